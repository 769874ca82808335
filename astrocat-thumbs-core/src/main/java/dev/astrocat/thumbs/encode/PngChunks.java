package dev.astrocat.thumbs.encode;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes a PNG file chunk by chunk (PNG, third edition, section 5.3): length, type, data, CRC of
 * type and data. One thread at a time.
 */
final class PngChunks {

  static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  /** Length, type and CRC around a chunk's data. */
  static final int FRAME_BYTES = 12;

  static final int HEADER_BYTES = 13;

  private static final int DATA_BYTES = 1 << 16;
  private static final int COMPRESSION = 6;

  private final ByteArrayOutputStream file;

  PngChunks(int expectedBytes) {
    file = new ByteArrayOutputStream(expectedBytes);
    file.writeBytes(SIGNATURE);
  }

  void header(int width, int height, int colourType) {
    ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).putInt(width).putInt(height);
    header.put((byte) 8).put((byte) colourType); // then deflate, the five filters, not interlaced
    file.writeBytes(chunk("IHDR", header.array(), HEADER_BYTES));
  }

  void data(PngFilter filter, int rows) {
    Deflater deflater = new Deflater(COMPRESSION);
    try {
      byte[] compressed = new byte[DATA_BYTES];
      int held = 0;
      for (int row = 0; row < rows || !deflater.finished(); ) {
        if (row < rows && deflater.needsInput()) {
          deflater.setInput(filter.row(row));
          row++;
        } else if (row == rows) {
          deflater.finish();
        }
        held += deflater.deflate(compressed, held, DATA_BYTES - held);
        if (held == DATA_BYTES || deflater.finished()) {
          file.writeBytes(chunk("IDAT", compressed, held));
          held = 0;
        }
      }
    } finally {
      deflater.end();
    }
  }

  byte[] end() {
    file.writeBytes(chunk("IEND", new byte[0], 0));
    return file.toByteArray();
  }

  static byte[] chunk(String type, byte[] data, int length) {
    ByteBuffer chunk = ByteBuffer.allocate(FRAME_BYTES + length).putInt(length);
    chunk.put(type.getBytes(StandardCharsets.US_ASCII)).put(data, 0, length);
    return chunk.putInt(crc(chunk.array(), 4, 4 + length)).array();
  }

  static int crc(byte[] bytes, int from, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes, from, length);
    return (int) crc.getValue();
  }
}
