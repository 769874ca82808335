package dev.astrocat.thumbs.formats.png;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.decode.Orientation;
import dev.astrocat.thumbs.formats.imageio.ColourProfile;
import dev.astrocat.thumbs.formats.imageio.ExifOrientation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What the chunks before the pixels say (section 5.6). Chunks that change nothing in a thumbnail
 * are passed over unread; ancillary ones with a wrong CRC count as missing.
 */
final class Preamble {

  private static final byte[] NONE = {};
  private static final int SIGNATURE_BYTES = 8;
  private static final int PALETTE_BYTES = 3 * 256;
  private static final int MAX_EXIF_BYTES = 64 << 10;

  private final ImageHeader header;
  private byte[] palette = NONE;
  private byte[] transparency = NONE;
  private Optional<byte[]> profile = Optional.empty();
  private Optional<Orientation> orientation = Optional.empty();
  private boolean isStandardRgb;
  private Chunk next;

  private Preamble(ImageHeader header, Chunk next) {
    this.header = header;
    this.next = next;
  }

  /** Reads all chunks up to the first IDAT. */
  static Preamble read(ChunkReader chunks, DecodeContext context) throws IOException {
    Chunk first = chunks.at(SIGNATURE_BYTES);
    ImageHeader header = ImageHeader.read(first, chunks, context);
    Preamble preamble = new Preamble(header, chunks.at(first.end()));
    while (preamble.next.type() != Chunk.IDAT) {
      context.checkpoint();
      preamble.take(chunks);
      preamble.next = chunks.at(preamble.next.end());
    }
    if (header.colour() == ColourType.PALETTE && preamble.palette.length == 0) {
      throw DecodeException.malformed("PNG: the palette is missing");
    }
    return preamble;
  }

  ImageHeader header() {
    return header;
  }

  /** Red, green and blue of each entry; empty without a palette. */
  byte[] palette() {
    return palette;
  }

  /** The data of tRNS; empty without one. */
  byte[] transparency() {
    return transparency;
  }

  /** The ICC profile of the pixels, unless they are said to be sRGB. */
  Optional<byte[]> profile() {
    return isStandardRgb ? Optional.empty() : profile;
  }

  /** How the picture is turned, if EXIF says so. */
  Optional<Orientation> orientation() {
    return orientation;
  }

  /** The first IDAT. */
  Chunk pixels() {
    return next;
  }

  /** Reads an eXIf chunk; empty for other chunks and for broken ones. */
  static Optional<Orientation> orientationOf(Chunk chunk, ChunkReader chunks) throws IOException {
    if (chunk.type() != Chunk.EXIF || chunk.length() > MAX_EXIF_BYTES) {
      return Optional.empty();
    }
    return chunks.content(chunk).map(exif -> ExifOrientation.of(bytes(exif)));
  }

  private void take(ChunkReader chunks) throws IOException {
    switch (next.type()) {
      case Chunk.PLTE -> takePalette(chunks);
      case Chunk.TRNS -> {
        if (transparency.length == 0 && next.length() <= PALETTE_BYTES) {
          transparency = chunks.content(next).map(Preamble::bytes).orElse(NONE);
        }
      }
      case Chunk.SRGB -> isStandardRgb = true;
      case Chunk.ICCP -> {
        if (profile.isEmpty() && next.length() < ColourProfile.MAX_BYTES) {
          profile = chunks.content(next).flatMap(EmbeddedProfile::inflate);
        }
      }
      case Chunk.EXIF -> {
        if (orientation.isEmpty()) {
          orientation = orientationOf(next, chunks);
        }
      }
      default -> {
        if (next.isCritical()) {
          throw DecodeException.malformed("PNG: chunk " + next.name() + " before the pixels");
        }
      }
    }
  }

  /** Section 11.2.2. Only a suggestion, and of no use here, where pixels are no indexes. */
  private void takePalette(ChunkReader chunks) throws IOException {
    if (header.colour() != ColourType.PALETTE) {
      return;
    }
    int length = next.length();
    if (palette.length > 0 || length == 0 || length % 3 != 0 || length > PALETTE_BYTES) {
      throw DecodeException.malformed("PNG: a palette of " + length + " bytes, or two palettes");
    }
    palette =
        chunks
            .content(next)
            .map(Preamble::bytes)
            .orElseThrow(() -> DecodeException.malformed("PNG: the CRC of PLTE is wrong"));
  }

  private static byte[] bytes(ByteBuffer content) {
    byte[] bytes = new byte[content.remaining()];
    content.get(bytes);
    return bytes;
  }
}
