package dev.astrocat.thumbs.render;

/**
 * Lanczos-3 resampling of 8-bit planes, bit for bit as Pillow's: rows first, rounded to 8 bits, then
 * columns; an axis whose length stays is left alone.
 */
final class Resampler {

  private static final int HALF = 1 << (Taps.BITS - 1);

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
        : alongColumns(rows, target.width(), Taps.of(height, boxHeight, target.height()));
  }

  private static byte[] alongRows(byte[] plane, int width, int height, Taps taps) {
    int wanted = taps.wanted();
    byte[] result = new byte[wanted * height];
    int y = 0;
    for (; y < height - 3; y += 4) {
      fourRows(plane, y * width, width, taps, result, y * wanted);
    }
    for (; y < height; y++) {
      oneRow(plane, y * width, taps, result, y * wanted);
    }
    return result;
  }

  /** Four rows at once, so that a weight is loaded once for four products. */
  private static void fourRows(
      byte[] plane, int start, int width, Taps taps, byte[] result, int at) {
    int wanted = taps.wanted();
    for (int x = 0; x < wanted; x++) {
      int[] weights = taps.weights()[x];
      int a = HALF;
      int b = HALF;
      int c = HALF;
      int d = HALF;
      int i0 = start + taps.first()[x];
      int i1 = i0 + width;
      int i2 = i1 + width;
      int i3 = i2 + width;
      for (int k = 0; k < weights.length; k++) {
        int w = weights[k];
        a += (plane[i0 + k] & 0xFF) * w;
        b += (plane[i1 + k] & 0xFF) * w;
        c += (plane[i2 + k] & 0xFF) * w;
        d += (plane[i3 + k] & 0xFF) * w;
      }
      result[at + x] = clipped(a);
      result[at + wanted + x] = clipped(b);
      result[at + 2 * wanted + x] = clipped(c);
      result[at + 3 * wanted + x] = clipped(d);
    }
  }

  private static void oneRow(byte[] plane, int start, Taps taps, byte[] result, int at) {
    for (int x = 0; x < taps.wanted(); x++) {
      int[] weights = taps.weights()[x];
      int sum = HALF;
      int i = start + taps.first()[x];
      for (int k = 0; k < weights.length; k++) {
        sum += (plane[i + k] & 0xFF) * weights[k];
      }
      result[at + x] = clipped(sum);
    }
  }

  private static byte[] alongColumns(byte[] plane, int width, Taps taps) {
    byte[] result = new byte[width * taps.wanted()];
    int[] sums = new int[width];
    for (int y = 0; y < taps.wanted(); y++) {
      java.util.Arrays.fill(sums, HALF);
      int[] weights = taps.weights()[y];
      for (int k = 0; k < weights.length; k++) {
        addWeighted(plane, (taps.first()[y] + k) * width, weights[k], sums);
      }
      for (int x = 0; x < width; x++) {
        result[y * width + x] = clipped(sums[x]);
      }
    }
    return result;
  }

  private static void addWeighted(byte[] plane, int start, int weight, int[] sums) {
    for (int x = 0; x < sums.length; x++) {
      sums[x] += (plane[start + x] & 0xFF) * weight;
    }
  }

  private static byte clipped(int sum) {
    int value = sum >> Taps.BITS;
    return (byte) (value < 0 ? 0 : Math.min(value, 255));
  }
}
