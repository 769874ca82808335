package dev.astrocat.thumbs.formats.standard;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.decode.Orientation;
import dev.astrocat.thumbs.formats.imageio.ColourProfile;
import dev.astrocat.thumbs.formats.imageio.ExifOrientation;
import dev.astrocat.thumbs.source.SourceBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * What the chunks before a PNG's pixels say (PNG third edition, section 11).
 *
 * @param width columns
 * @param height rows
 * @param bits of a sample
 * @param colourType 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGB and alpha
 * @param interlaced whether rows come in seven passes
 * @param rowBytes bytes of one decoded row
 * @param palette content of PLTE; of no length without it
 * @param transparency content of tRNS; of no length without it
 * @param pixels where the first IDAT chunk starts
 * @param orientation how EXIF says it is turned
 * @param profile embedded ICC profile
 */
record PngHeaders(
    long width,
    long height,
    int bits,
    int colourType,
    boolean interlaced,
    long rowBytes,
    byte[] palette,
    byte[] transparency,
    long pixels,
    Orientation orientation,
    Optional<byte[]> profile) {

  private static final int SIGNATURE_BYTES = 8;
  private static final int IHDR_BYTES = 13;
  private static final int MAX_CHUNKS = 10_000;
  private static final int MAX_EXIF_BYTES = 64 << 10;
  private static final int MAX_PALETTE_BYTES = 768;

  static PngHeaders read(SourceBytes source) throws IOException {
    ByteBuffer header = bytes(source, SIGNATURE_BYTES, 8 + IHDR_BYTES);
    if (header.getInt(0) != IHDR_BYTES || header.getInt(4) != tag("IHDR")) {
      throw DecodeException.malformed("PNG: the first chunk is not IHDR");
    }
    long width = header.getInt(8) & 0xFFFFFFFFL;
    long height = header.getInt(12) & 0xFFFFFFFFL;
    int bits = header.get(16);
    int samples = samplesPerPixel(header.get(17));
    if (bits != 1 && bits != 2 && bits != 4 && bits != 8 && bits != 16) {
      throw DecodeException.malformed("PNG: " + bits + " bits a sample");
    }
    Metadata metadata = new Metadata();
    metadata.read(source, SIGNATURE_BYTES + 8 + IHDR_BYTES + 4);
    return new PngHeaders(
        width,
        height,
        bits,
        header.get(17),
        header.get(20) != 0,
        (width * samples * bits + 7) / 8,
        metadata.palette,
        metadata.transparency,
        metadata.pixels,
        metadata.orientation,
        metadata.profile);
  }

  /** By colour type (PNG section 11.2.1). */
  private static int samplesPerPixel(int colourType) {
    return switch (colourType) {
      case 0, 3 -> 1;
      case 2 -> 4; // a tRNS chunk adds alpha
      case 4 -> 2;
      case 6 -> 4;
      default -> throw DecodeException.malformed("PNG: colour type " + colourType);
    };
  }

  private static int tag(String name) {
    return ByteBuffer.wrap(name.getBytes(java.nio.charset.StandardCharsets.US_ASCII)).getInt();
  }

  private static ByteBuffer bytes(SourceBytes source, long position, int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(count);
    source.readFully(bytes, position);
    return bytes.flip();
  }

  /** The chunks that change how a picture looks. */
  private static final class Metadata {

    private Orientation orientation = Orientation.IDENTITY;
    private Optional<byte[]> profile = Optional.empty();
    private byte[] palette = {};
    private byte[] transparency = {};
    private long pixels;

    void read(SourceBytes source, long firstChunk) throws IOException {
      long at = firstChunk;
      boolean standardRgb = false;
      for (int i = 0; i < MAX_CHUNKS && at + 12 <= source.size(); i++) {
        ByteBuffer head = bytes(source, at, 8);
        long length = head.getInt(0) & 0xFFFFFFFFL;
        int type = head.getInt(4);
        if (type == tag("IDAT") || at + 12 + length > source.size()) {
          pixels = at;
          break;
        }
        if (type == tag("sRGB")) {
          standardRgb = true;
        } else if (type == tag("iCCP") && length < ColourProfile.MAX_BYTES) {
          profile = inflatedProfile(bytes(source, at + 8, (int) length).array());
        } else if (type == tag("PLTE") && length <= MAX_PALETTE_BYTES) {
          palette = bytes(source, at + 8, (int) length).array();
        } else if (type == tag("tRNS") && length <= MAX_PALETTE_BYTES) {
          transparency = bytes(source, at + 8, (int) length).array();
        } else if (type == tag("eXIf") && length < MAX_EXIF_BYTES) {
          orientation = ExifOrientation.of(bytes(source, at + 8, (int) length).array());
        }
        at += 12 + length;
      }
      if (standardRgb) {
        profile = Optional.empty();
      }
    }
  }

  /**
   * Section 11.3.2.3: a name, 0, a 0 for the method, and a zlib stream; never more than allowed.
   */
  private static Optional<byte[]> inflatedProfile(byte[] chunk) {
    int nameEnd = 0;
    while (nameEnd < chunk.length && chunk[nameEnd] != 0) {
      nameEnd++;
    }
    if (nameEnd + 2 >= chunk.length) {
      return Optional.empty();
    }
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(chunk, nameEnd + 2, chunk.length - nameEnd - 2);
      byte[] first = new byte[4];
      if (inflater.inflate(first) < 4) {
        return Optional.empty();
      }
      int size = ByteBuffer.wrap(first).getInt(); // a profile starts with its size (ICC.1, 7.2.2)
      if (size < 4 || size > ColourProfile.MAX_BYTES) {
        return Optional.empty();
      }
      byte[] profile = Arrays.copyOf(first, size);
      int count = 4;
      while (count < size && !inflater.finished() && !inflater.needsInput()) {
        count += inflater.inflate(profile, count, size - count);
      }
      return count == size ? Optional.of(profile) : Optional.empty();
    } catch (DataFormatException e) {
      return Optional.empty(); // a broken profile says nothing about the pixels
    } finally {
      inflater.end();
    }
  }
}
