package dev.astrocat.thumbs.encode;

import dev.astrocat.thumbs.encode.ThumbnailEncoder.NoteSpan;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * A note in a JPEG file: a COM segment (ITU-T T.81 section B.2.4.5) right behind the JFIF header,
 * {@code FF FE, length, "astrocat-thumbs\n", text}.
 */
final class JpegComment {

  private static final byte[] PREFIX = "astrocat-thumbs\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] START = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0};
  private static final byte[] COM = {(byte) 0xFF, (byte) 0xFE};
  private static final int LENGTH_BYTES = 2;
  private static final int APP0_LENGTH_AT = 4;
  private static final int MAX_NOTE = 0xFFFF - LENGTH_BYTES - PREFIX.length;

  private JpegComment() {}

  static byte[] insert(byte[] jpeg, byte[] note) {
    if (note.length > MAX_NOTE) {
      throw new IllegalArgumentException(note.length + " bytes are too many for a JPEG comment");
    }
    int at = endOfApp0(jpeg);
    if (at > jpeg.length) {
      throw new IllegalArgumentException("this is no JFIF file");
    }
    int segment = LENGTH_BYTES + PREFIX.length + note.length;
    byte[] noted = new byte[jpeg.length + COM.length + segment];
    System.arraycopy(jpeg, 0, noted, 0, at);
    System.arraycopy(COM, 0, noted, at, COM.length);
    noted[at + 2] = (byte) (segment >> 8);
    noted[at + 3] = (byte) segment;
    System.arraycopy(PREFIX, 0, noted, at + 4, PREFIX.length);
    System.arraycopy(note, 0, noted, at + 4 + PREFIX.length, note.length);
    int end = at + COM.length + segment;
    System.arraycopy(jpeg, at, noted, end, jpeg.length - at);
    return noted;
  }

  static Optional<NoteSpan> find(byte[] jpeg) {
    int start = endOfApp0(jpeg);
    int textStart = start + COM.length + LENGTH_BYTES + PREFIX.length;
    if (textStart > jpeg.length
        || !contains(jpeg, start, COM)
        || !contains(jpeg, textStart - PREFIX.length, PREFIX)) {
      return Optional.empty();
    }
    int end = start + COM.length + length(jpeg, start + COM.length);
    return end < textStart || end > jpeg.length
        ? Optional.empty()
        : Optional.of(new NoteSpan(start, end, textStart, end));
  }

  /** First byte behind the APP0 segment; larger than the file if it has none, or not all of it. */
  private static int endOfApp0(byte[] jpeg) {
    boolean isJfif = jpeg.length >= APP0_LENGTH_AT + LENGTH_BYTES && contains(jpeg, 0, START);
    return isJfif ? APP0_LENGTH_AT + length(jpeg, APP0_LENGTH_AT) : jpeg.length + 1;
  }

  private static int length(byte[] jpeg, int at) {
    return (jpeg[at] & 0xFF) << 8 | jpeg[at + 1] & 0xFF;
  }

  private static boolean contains(byte[] bytes, int at, byte[] part) {
    return Arrays.equals(bytes, at, at + part.length, part, 0, part.length);
  }
}
