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
 * EXIF and ICC chunks of a WebP file (RFC 9649 section 2.7).
 *
 * @param orientation how EXIF says it is turned
 * @param profile embedded ICC profile
 */
record WebpHeaders(Orientation orientation, Optional<byte[]> profile) {

  private static final int FIRST_CHUNK = 12;
  private static final int MAX_CHUNKS = 10_000;
  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);

  static WebpHeaders read(SourceBytes source) throws IOException {
    Orientation orientation = Orientation.IDENTITY;
    Optional<byte[]> profile = Optional.empty();
    long at = FIRST_CHUNK;
    for (int i = 0; i < MAX_CHUNKS && at + 8 <= source.size(); i++) {
      ByteBuffer head = ByteBuffer.wrap(bytes(source, at, 8)).order(ByteOrder.LITTLE_ENDIAN);
      long length = head.getInt(4) & 0xFFFFFFFFL;
      String type = new String(head.array(), 0, 4, StandardCharsets.ISO_8859_1);
      boolean readable =
          length <= ColourProfile.MAX_BYTES && at + 8 + length <= source.size();
      if (readable && type.equals("EXIF")) {
        orientation = orientation(bytes(source, at + 8, (int) length));
      } else if (readable && type.equals("ICCP")) {
        profile = Optional.of(bytes(source, at + 8, (int) length));
      }
      at += 8 + length + (length & 1); // chunks are padded to even sizes
    }
    return new WebpHeaders(orientation, profile);
  }

  /** Many writers put JPEG's six bytes in front of the block. */
  private static Orientation orientation(byte[] exif) {
    boolean prefixed =
        exif.length >= EXIF.length
            && Arrays.equals(exif, 0, EXIF.length, EXIF, 0, EXIF.length);
    return ExifOrientation.of(
        prefixed ? Arrays.copyOfRange(exif, EXIF.length, exif.length) : exif);
  }

  private static byte[] bytes(SourceBytes source, long position, int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(count);
    source.readFully(bytes, position);
    return bytes.array();
  }
}
