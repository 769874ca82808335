package dev.astrocat.thumbs.encode;

import dev.astrocat.thumbs.encode.ThumbnailEncoder.NoteSpan;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * A note in a PNG file: a tEXt chunk (PNG, third edition, section 11.3.3.2) with the keyword {@code
 * astrocat-thumbs}, right behind the header.
 */
final class PngText {

  private static final byte[] LEAD = "tEXtastrocat-thumbs\0".getBytes(StandardCharsets.US_ASCII);
  private static final int TYPE_BYTES = 4;
  private static final int KEYWORD_BYTES = LEAD.length - TYPE_BYTES;
  private static final int START =
      PngChunks.SIGNATURE.length + PngChunks.FRAME_BYTES + PngChunks.HEADER_BYTES;
  private static final int TEXT_START = START + 4 + LEAD.length;
  private static final int CRC_BYTES = 4;

  private PngText() {}

  static byte[] insert(byte[] png, byte[] note) {
    if (!isPng(png)) {
      throw new IllegalArgumentException("this is no PNG file");
    }
    byte[] data = Arrays.copyOfRange(LEAD, TYPE_BYTES, LEAD.length + note.length);
    System.arraycopy(note, 0, data, KEYWORD_BYTES, note.length);
    byte[] chunk = PngChunks.chunk("tEXt", data, data.length);
    byte[] noted = new byte[png.length + chunk.length];
    System.arraycopy(png, 0, noted, 0, START);
    System.arraycopy(chunk, 0, noted, START, chunk.length);
    System.arraycopy(png, START, noted, START + chunk.length, png.length - START);
    return noted;
  }

  static Optional<NoteSpan> find(byte[] png) {
    if (!isPng(png)
        || png.length < TEXT_START + CRC_BYTES
        || !Arrays.equals(png, START + 4, TEXT_START, LEAD, 0, LEAD.length)) {
      return Optional.empty();
    }
    ByteBuffer file = ByteBuffer.wrap(png);
    long textEnd = (long) START + 4 + TYPE_BYTES + file.getInt(START);
    if (textEnd < TEXT_START || textEnd > png.length - CRC_BYTES) {
      return Optional.empty();
    }
    int end = (int) textEnd;
    // The chunk's own CRC is in no other proof: a viewer would reject what it does not fit.
    boolean fits = file.getInt(end) == PngChunks.crc(png, START + 4, end - START - 4);
    return fits
        ? Optional.of(new NoteSpan(START, end + CRC_BYTES, TEXT_START, end))
        : Optional.empty();
  }

  private static boolean isPng(byte[] bytes) {
    int length = PngChunks.SIGNATURE.length;
    return bytes.length >= START && Arrays.equals(bytes, 0, length, PngChunks.SIGNATURE, 0, length);
  }
}
