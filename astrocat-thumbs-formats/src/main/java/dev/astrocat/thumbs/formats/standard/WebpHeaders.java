package dev.astrocat.thumbs.formats.standard;

import dev.astrocat.thumbs.decode.Orientation;
import dev.astrocat.thumbs.formats.imageio.ColourProfile;
import dev.astrocat.thumbs.formats.imageio.ExifOrientation;
import dev.astrocat.thumbs.source.SourceBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * What the chunks around the pixels of a WebP file say (RFC 9649 section 2.7).
 *
 * @param orientation how EXIF says it is turned
 * @param profile embedded ICC profile
 * @param place of the first frame of an animation on its canvas
 */
record WebpHeaders(Orientation orientation, Optional<byte[]> profile, Optional<Placement> place) {

  private static final int FIRST_CHUNK = 12;
  private static final int MAX_CHUNKS = 10_000;
  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);

  static WebpHeaders read(SourceBytes source) throws IOException {
    WebpHeaders found = new WebpHeaders(Orientation.IDENTITY, Optional.empty(), Optional.empty());
    long at = FIRST_CHUNK;
    for (int i = 0; i < MAX_CHUNKS && at + 8 <= source.size(); i++) {
      ByteBuffer head = ByteBuffer.wrap(bytes(source, at, 8)).order(ByteOrder.LITTLE_ENDIAN);
      long length = head.getInt(4) & 0xFFFFFFFFL;
      String type = new String(head.array(), 0, 4, StandardCharsets.ISO_8859_1);
      if (at + 8 + length <= source.size()) {
        found = found.with(source, type, at + 8, length);
      }
      at += 8 + length + (length & 1); // chunks are padded to even sizes
    }
    return found;
  }

  private WebpHeaders with(SourceBytes source, String type, long at, long length)
      throws IOException {
    boolean small = length <= ColourProfile.MAX_BYTES;
    if (type.equals("EXIF") && small) {
      Orientation turned = orientation(bytes(source, at, (int) length));
      return new WebpHeaders(turned, profile, place);
    }
    if (type.equals("ICCP") && small) {
      return new WebpHeaders(orientation, Optional.of(bytes(source, at, (int) length)), place);
    }
    if (type.equals("VP8X") && length >= 10) {
      byte[] canvas = bytes(source, at, 10);
      Placement whole = new Placement(uint24(canvas, 4) + 1, uint24(canvas, 7) + 1, -1, -1);
      return new WebpHeaders(orientation, profile, Optional.of(whole));
    }
    if (type.equals("ANMF") && length >= 16 && place.isPresent() && place.get().left() < 0) {
      byte[] frame = bytes(source, at, 6);
      Placement first =
          new Placement(
              place.get().width(),
              place.get().height(),
              2 * uint24(frame, 0),
              2 * uint24(frame, 3));
      return new WebpHeaders(orientation, profile, Optional.of(first));
    }
    return this;
  }

  private static int uint24(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8 | (bytes[at + 2] & 0xFF) << 16;
  }

  /** Many writers put JPEG's six bytes in front of the block. */
  private static Orientation orientation(byte[] exif) {
    boolean prefixed =
        exif.length >= EXIF.length && Arrays.equals(exif, 0, EXIF.length, EXIF, 0, EXIF.length);
    return ExifOrientation.of(prefixed ? Arrays.copyOfRange(exif, EXIF.length, exif.length) : exif);
  }

  private static byte[] bytes(SourceBytes source, long position, int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(count);
    source.readFully(bytes, position);
    return bytes.array();
  }
}
