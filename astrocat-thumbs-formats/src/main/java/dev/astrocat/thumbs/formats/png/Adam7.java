package dev.astrocat.thumbs.formats.png;

import dev.astrocat.thumbs.decode.DecodeContext;
import java.io.IOException;
import java.util.Arrays;

/** One of the seven passes of an interlaced image (section 8.2): a coarse picture of its own. */
enum Adam7 {
  FIRST(0, 0, 8, 8),
  SECOND(4, 0, 8, 8),
  THIRD(0, 4, 4, 8),
  FOURTH(2, 0, 4, 4),
  FIFTH(0, 2, 2, 4),
  SIXTH(1, 0, 2, 2),
  SEVENTH(0, 1, 1, 2);

  private final int left;
  private final int top;
  private final int columnStep;
  private final int rowStep;

  Adam7(int left, int top, int columnStep, int rowStep) {
    this.left = left;
    this.top = top;
    this.columnStep = columnStep;
    this.rowStep = rowStep;
  }

  private int columns(ImageHeader header) {
    return Math.max(0, (header.width() - left + columnStep - 1) / columnStep);
  }

  /** Bytes of all passes together with their filter types. */
  static long inflatedBytes(ImageHeader header) {
    long sum = 0;
    for (Adam7 pass : values()) {
      int columns = pass.columns(header);
      long rows = Math.max(0, (header.height() - pass.top + pass.rowStep - 1) / pass.rowStep);
      sum += columns == 0 ? 0 : rows * (1 + header.packedBytes(columns));
    }
    return sum;
  }

  /** Reads all passes into the rows of the whole image. */
  static void read(PixelStream stream, PackedRows rows, DecodeContext context) throws IOException {
    // Two rows of the widest pass, the last: the one that is read and the one above it.
    byte[] pair = context.bytes(2 * (1 + rows.header().packedBytes(rows.header().width())));
    for (Adam7 pass : values()) {
      pass.readPass(stream, rows, pair);
    }
  }

  private void readPass(PixelStream stream, PackedRows rows, byte[] pair) throws IOException {
    ImageHeader header = rows.header();
    int columns = columns(header);
    if (columns == 0) {
      return;
    }
    int count = (int) header.packedBytes(columns);
    Arrays.fill(pair, (byte) 0);
    int at = 1;
    int above = 1 + pair.length / 2;
    for (int y = top; y < header.height(); y += rowStep) {
      stream.read(pair, at - 1, count + 1);
      RowFilter.undo(pair, at, above, count, header.filterStep());
      if (header.pixelBits() < 8) {
        scatterBits(pair, at, rows.samples(), rows.at(y), header.pixelBits(), columns);
      } else {
        scatterBytes(pair, at, rows.samples(), rows.at(y), header.pixelBits() / 8, columns);
      }
      int read = at;
      at = above;
      above = read;
    }
  }

  private void scatterBytes(
      byte[] from, int fromAt, byte[] to, int toAt, int pixelBytes, int columns) {
    int source = fromAt;
    for (int i = 0; i < columns; i++) {
      int target = toAt + (left + i * columnStep) * pixelBytes;
      for (int b = 0; b < pixelBytes; b++) {
        to[target++] = from[source++];
      }
    }
  }

  /** The leftmost pixel lies in the highest bits of a byte (section 7.2). */
  private void scatterBits(byte[] from, int fromAt, byte[] to, int toAt, int bits, int columns) {
    int perByte = 8 / bits;
    int mask = (1 << bits) - 1;
    for (int i = 0; i < columns; i++) {
      int x = left + i * columnStep;
      int value = from[fromAt + i / perByte] >> 8 - bits - i % perByte * bits & mask;
      to[toAt + x / perByte] |= (byte) (value << 8 - bits - x % perByte * bits);
    }
  }
}
