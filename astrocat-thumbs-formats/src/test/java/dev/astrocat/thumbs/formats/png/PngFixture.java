package dev.astrocat.thumbs.formats.png;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A PNG file written by the letter of the standard, one plain step after the other. */
final class PngFixture {

  /** A sample by column, row and position within its pixel. */
  @FunctionalInterface
  interface Samples {
    int at(int x, int y, int sample);
  }

  static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A};
  static final int MIXED_FILTERS = 5;

  private static final int[][] WHOLE = {{0, 0, 1, 1}};
  private static final int[][] ADAM7 = {
    {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
  };

  private final int width;
  private final int height;
  private final int bits;
  private final int colourType;
  private final ByteArrayOutputStream beforePixels = new ByteArrayOutputStream();
  private int interlace;
  private int filter;

  PngFixture(int width, int height, int bits, int colourType) {
    this.width = width;
    this.height = height;
    this.bits = bits;
    this.colourType = colourType;
  }

  PngFixture interlace(int method) {
    interlace = method;
    return this;
  }

  /** 0 to 4, or {@link #MIXED_FILTERS}: another one every row. */
  PngFixture filter(int type) {
    filter = type;
    return this;
  }

  PngFixture chunk(String type, int... data) {
    byte[] bytes = new byte[data.length];
    for (int i = 0; i < data.length; i++) {
      bytes[i] = (byte) data[i];
    }
    return chunk(type, bytes);
  }

  PngFixture chunk(String type, byte[] data) {
    beforePixels.writeBytes(chunkBytes(type, data));
    return this;
  }

  static int samplesOf(int colourType) {
    return new int[] {1, 0, 3, 1, 2, 0, 4}[colourType];
  }

  byte[] write(Samples samples) {
    return write(deflate(filtered(samples)));
  }

  /** A file whose pixel data is this. */
  byte[] write(byte[] idat) {
    return join(head(), chunkBytes("IDAT", idat), chunkBytes("IEND", new byte[0]));
  }

  /** Everything before the pixels. */
  byte[] head() {
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    header.put((byte) bits).put((byte) colourType).put((byte) 0).put((byte) 0);
    header.put((byte) interlace);
    return join(SIGNATURE, chunkBytes("IHDR", header.array()), beforePixels.toByteArray());
  }

  /** The rows as they are deflated. */
  byte[] filtered(Samples samples) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int[] pass : interlace == 0 ? WHOLE : ADAM7) {
      int columns = (width - pass[0] + pass[2] - 1) / pass[2];
      if (columns <= 0) {
        continue;
      }
      byte[] above = new byte[packedBytes(columns)];
      for (int y = pass[1]; y < height; y += pass[3]) {
        byte[] row = pack(samples, pass[0], pass[2], columns, y);
        int type = filter == MIXED_FILTERS ? y % 5 : filter;
        out.write(type);
        writeFiltered(out, row, above, type);
        above = row;
      }
    }
    return out.toByteArray();
  }

  private int packedBytes(int columns) {
    return (columns * samplesOf(colourType) * bits + 7) / 8;
  }

  private byte[] pack(Samples samples, int left, int step, int columns, int y) {
    byte[] row = new byte[packedBytes(columns)];
    int bit = 0;
    for (int i = 0; i < columns; i++) {
      for (int s = 0; s < samplesOf(colourType); s++) {
        int value = samples.at(left + i * step, y, s);
        for (int b = bits - 1; b >= 0; b--, bit++) {
          row[bit / 8] |= (byte) ((value >> b & 1) << 7 - bit % 8);
        }
      }
    }
    return row;
  }

  private void writeFiltered(ByteArrayOutputStream out, byte[] row, byte[] above, int type) {
    int step = Math.max(1, samplesOf(colourType) * bits / 8);
    for (int i = 0; i < row.length; i++) {
      int a = i < step ? 0 : row[i - step] & 0xFF;
      int b = above[i] & 0xFF;
      int c = i < step ? 0 : above[i - step] & 0xFF;
      int[] predictions = {0, a, b, (a + b) / 2, paeth(a, b, c)};
      out.write(row[i] - predictions[type]);
    }
  }

  /** Section 9.4, word for word. */
  static int paeth(int a, int b, int c) {
    int p = a + b - c;
    int pa = Math.abs(p - a);
    int pb = Math.abs(p - b);
    int pc = Math.abs(p - c);
    if (pa <= pb && pa <= pc) {
      return a;
    }
    return pb <= pc ? b : c;
  }

  static byte[] deflate(byte[] data) {
    Deflater deflater = new Deflater();
    deflater.setInput(data);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }

  static byte[] chunkBytes(String type, byte[] data) {
    CRC32 crc = new CRC32();
    byte[] letters = type.getBytes(StandardCharsets.US_ASCII);
    crc.update(letters);
    crc.update(data);
    return ByteBuffer.allocate(12 + data.length)
        .putInt(data.length)
        .put(letters)
        .put(data)
        .putInt((int) crc.getValue())
        .array();
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
