package dev.astrocat.thumbs.render;

import java.util.Arrays;

/**
 * Weighted sums of lines of pixels, the innermost loops of resampling. A line is an array of its
 * own, and of ints, because C2 only then works on several pixels at once.
 */
final class WeightedLines {

  private static final int HALF = 1 << (Taps.BITS - 1);

  private WeightedLines() {}

  /** Replaces the sums by those of the lines from {@code first} on, and a half to round by. */
  static void sum(int[][] lines, int first, int[] weights, int[] sums) {
    Arrays.fill(sums, HALF);
    int k = 0;
    for (; k < weights.length - 3; k += 4) {
      addFour(lines, first + k, weights, k, sums);
    }
    for (; k < weights.length; k++) {
      addOne(lines[first + k], weights[k], sums);
    }
  }

  /** Four lines at once, so that a sum is loaded and stored once for four products. */
  private static void addFour(int[][] lines, int at, int[] weights, int k, int[] sums) {
    int[] a = lines[at];
    int[] b = lines[at + 1];
    int[] c = lines[at + 2];
    int[] d = lines[at + 3];
    int wa = weights[k];
    int wb = weights[k + 1];
    int wc = weights[k + 2];
    int wd = weights[k + 3];
    for (int i = 0; i < sums.length; i++) {
      sums[i] += a[i] * wa + b[i] * wb + c[i] * wc + d[i] * wd;
    }
  }

  private static void addOne(int[] line, int weight, int[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += line[i] * weight;
    }
  }

  /** Writes {@code count} sums as pixels, {@code step} apart. */
  static void write(int[] sums, int count, byte[] pixels, int at, int step) {
    for (int i = 0, to = at; i < count; i++, to += step) {
      int value = sums[i] >> Taps.BITS;
      pixels[to] = (byte) (value < 0 ? 0 : Math.min(value, 255));
    }
  }
}
