package dev.astrocat.thumbs.cache.entry;

import dev.astrocat.thumbs.encode.ThumbnailEncoder;
import dev.astrocat.thumbs.encode.ThumbnailEncoder.NoteSpan;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Seals entries and checks the seal: the last line of a note is a CRC-32C over the picture's bytes
 * without the note, then over the note's text before that line; that of a mere text, over the text.
 */
final class Proof {

  private static final int MAX_NOTE = 60_000;
  private static final String KEY = "crc=";
  private static final int LINE_BYTES = KEY.length() + 8 + 1;

  private Proof() {}

  /** The picture with its note; empty if the note is longer than formats can hold. */
  static Optional<byte[]> seal(ThumbnailEncoder encoder, byte[] picture, String note) {
    if (note.length() + LINE_BYTES > MAX_NOTE) {
      return Optional.empty();
    }
    byte[] text = note.getBytes(StandardCharsets.US_ASCII);
    CRC32C crc = new CRC32C();
    crc.update(picture);
    crc.update(text);
    byte[] sealed = Arrays.copyOf(text, text.length + LINE_BYTES);
    System.arraycopy(line(crc), 0, sealed, text.length, LINE_BYTES);
    return Optional.of(encoder.withNote(picture, sealed));
  }

  /** The note's text without the seal; empty unless each byte of the file is as it was sealed. */
  static Optional<String> check(ThumbnailEncoder encoder, byte[] file) {
    return encoder.findNote(file).flatMap(span -> check(file, span));
  }

  private static Optional<String> check(byte[] file, NoteSpan span) {
    int sealAt = span.textEnd() - LINE_BYTES;
    if (sealAt < span.textStart()) {
      return Optional.empty();
    }
    CRC32C crc = new CRC32C();
    crc.update(file, 0, span.start());
    crc.update(file, span.end(), file.length - span.end());
    crc.update(file, span.textStart(), sealAt - span.textStart());
    if (!Arrays.equals(file, sealAt, span.textEnd(), line(crc), 0, LINE_BYTES)) {
      return Optional.empty();
    }
    return Optional.of(
        new String(file, span.textStart(), sealAt - span.textStart(), StandardCharsets.US_ASCII));
  }

  /** A text that proves itself. */
  static byte[] seal(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    byte[] sealed = Arrays.copyOf(bytes, bytes.length + LINE_BYTES);
    System.arraycopy(line(crc(bytes, bytes.length)), 0, sealed, bytes.length, LINE_BYTES);
    return sealed;
  }

  /** The text without the seal; empty unless each byte is as it was sealed. */
  static Optional<String> check(byte[] sealed) {
    int end = sealed.length - LINE_BYTES;
    if (end < 0
        || !Arrays.equals(sealed, end, sealed.length, line(crc(sealed, end)), 0, LINE_BYTES)) {
      return Optional.empty();
    }
    return Optional.of(new String(sealed, 0, end, StandardCharsets.US_ASCII));
  }

  private static CRC32C crc(byte[] bytes, int end) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, end);
    return crc;
  }

  private static byte[] line(CRC32C crc) {
    String digits = HexFormat.of().toHexDigits((int) crc.getValue());
    return (KEY + digits + "\n").getBytes(StandardCharsets.US_ASCII);
  }
}
