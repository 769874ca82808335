package dev.astrocat.thumbs.formats.preview;

import dev.astrocat.thumbs.formats.tiff.TiffBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A box of an ISO base media file (ISO/IEC 14496-12 section 4.2). Immutable.
 *
 * @param type four letters
 * @param content where its content starts
 * @param end where it says that it ends, perhaps behind the file
 */
record BmffBox(String type, long content, long end) {

  private static final int HEADER_BYTES = 8;
  private static final int LARGE_HEADER_BYTES = 16;

  /** The box at a place; empty where none fits before {@code limit}, or its size is a lie. */
  static Optional<BmffBox> at(TiffBytes bytes, long start, long limit) throws IOException {
    ByteBuffer header = bytes.at(start, LARGE_HEADER_BYTES);
    if (limit - start < HEADER_BYTES || header.remaining() < HEADER_BYTES) {
      return Optional.empty();
    }
    long size = header.getInt(0) & 0xFFFFFFFFL;
    byte[] letters = new byte[4];
    header.get(4, letters);
    int headerBytes = HEADER_BYTES;
    if (size == 1 && header.remaining() == LARGE_HEADER_BYTES) {
      size = header.getLong(HEADER_BYTES);
      headerBytes = LARGE_HEADER_BYTES;
    } else if (size == 0) {
      size = limit - start; // to the end of what it is in
    }
    if (size < headerBytes || size > Long.MAX_VALUE - start) {
      return Optional.empty();
    }
    String type = new String(letters, StandardCharsets.ISO_8859_1);
    return Optional.of(new BmffBox(type, start + headerBytes, start + size));
  }
}
