package dev.astrocat.thumbs.render;

/**
 * Lanczos-3 resampling of 8-bit planes, bit for bit as Pillow's: rows first, rounded to 8 bits,
 * then columns; an axis whose length stays is left alone.
 */
final class Resampler {

  /** Rows whose columns are resampled at a time; they stay in a core's cache. */
  private static final int STRIP_ROWS = 64;

  private Resampler() {}

  /**
   * A plane resampled.
   *
   * @param plane {@code plane[y * width + x]}
   * @param boxWidth columns to resample, counted from the left; not whole after a reduction
   * @param boxHeight rows to resample
   */
  static byte[] resample(
      byte[] plane, int width, int height, float boxWidth, float boxHeight, TargetSize target) {
    byte[] rows =
        target.width() == width && boxWidth == width
            ? plane
            : alongRows(plane, width, height, Taps.of(width, boxWidth, target.width()));
    return target.height() == height && boxHeight == height
        ? rows
        : alongColumns(rows, target.width(), height, Taps.of(height, boxHeight, target.height()));
  }

  private static byte[] alongRows(byte[] plane, int width, int height, Taps taps) {
    int wanted = taps.wanted();
    byte[] result = new byte[wanted * height];
    int strip = Math.min(STRIP_ROWS, height);
    int[][] columns = new int[width][strip];
    int[] sums = new int[strip];
    for (int y = 0; y < height; y += strip) {
      int rows = Math.min(strip, height - y);
      readColumns(plane, y * width, rows, columns);
      for (int x = 0; x < wanted; x++) {
        WeightedLines.sum(columns, taps.first()[x], taps.weights()[x], sums);
        WeightedLines.write(sums, rows, result, y * wanted + x, wanted);
      }
    }
    return result;
  }

  private static void readColumns(byte[] plane, int start, int rows, int[][] columns) {
    for (int x = 0; x < columns.length; x++) {
      int[] column = columns[x];
      for (int r = 0, from = start + x; r < rows; r++, from += columns.length) {
        column[r] = plane[from] & 0xFF;
      }
    }
  }

  private static byte[] alongColumns(byte[] plane, int width, int height, Taps taps) {
    byte[] result = new byte[width * taps.wanted()];
    int[][] rows = new int[height][];
    int[] sums = new int[width];
    int ring = taps.longest();
    int read = 0;
    for (int y = 0; y < taps.wanted(); y++) {
      int end = taps.first()[y] + taps.weights()[y].length;
      for (; read < end; read++) {
        // A row takes the place of one that no later pixel needs.
        rows[read] = read < ring ? new int[width] : rows[read - ring];
        readRow(plane, read * width, rows[read]);
      }
      WeightedLines.sum(rows, taps.first()[y], taps.weights()[y], sums);
      WeightedLines.write(sums, width, result, y * width, 1);
    }
    return result;
  }

  private static void readRow(byte[] plane, int start, int[] row) {
    for (int x = 0; x < row.length; x++) {
      row[x] = plane[start + x] & 0xFF;
    }
  }
}
