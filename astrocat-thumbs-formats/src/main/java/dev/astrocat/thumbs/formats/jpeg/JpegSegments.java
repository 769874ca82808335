package dev.astrocat.thumbs.formats.jpeg;

import dev.astrocat.thumbs.decode.Orientation;
import dev.astrocat.thumbs.formats.imageio.ColourProfile;
import dev.astrocat.thumbs.formats.imageio.ExifOrientation;
import dev.astrocat.thumbs.formats.imageio.SourceImageInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeMap;

/** Collects EXIF and ICC from the application segments of a JPEG file. One thread at a time. */
final class JpegSegments {

  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
  private static final byte[] ICC = "ICC_PROFILE\0".getBytes(StandardCharsets.ISO_8859_1);

  private final TreeMap<Integer, byte[]> profileParts = new TreeMap<>();
  private int profileBytes;
  private Optional<Orientation> orientation = Optional.empty();
  private boolean exifSeen;

  /** Reads the content of an APP1 or APP2 segment. */
  void read(SourceImageInputStream in, int length) throws IOException {
    byte[] content = new byte[length];
    in.readFully(content);
    if (startsWith(content, EXIF) && !exifSeen) {
      exifSeen = true;
      orientation = ExifOrientation.find(Arrays.copyOfRange(content, EXIF.length, length));
    } else if (startsWith(content, ICC) && length > ICC.length + 2) {
      // ICC.1 annex B.4: number of this part, from 1, and number of parts.
      byte[] part = Arrays.copyOfRange(content, ICC.length + 2, length);
      if (profileBytes + part.length <= ColourProfile.MAX_BYTES) {
        profileBytes += part.length;
        profileParts.putIfAbsent(content[ICC.length] & 0xFF, part);
      }
    }
  }

  Optional<Orientation> orientation() {
    return orientation;
  }

  Optional<byte[]> profile() {
    if (profileParts.isEmpty()) {
      return Optional.empty();
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    profileParts.values().forEach(all::writeBytes);
    return Optional.of(all.toByteArray());
  }

  private static boolean startsWith(byte[] content, byte[] prefix) {
    return content.length >= prefix.length
        && Arrays.equals(content, 0, prefix.length, prefix, 0, prefix.length);
  }
}
