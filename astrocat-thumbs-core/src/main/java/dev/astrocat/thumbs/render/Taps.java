package dev.astrocat.thumbs.render;

/**
 * Which input pixels make an output pixel of a Lanczos-3 resampling along one axis, and with what
 * weights, in fixed point as Pillow has them for 8-bit images.
 *
 * @param first first input pixel of each output pixel
 * @param weights weights of each output pixel, from its first input pixel on; they add up to about
 *     {@code 1 << BITS}
 */
@SuppressWarnings("ArrayRecordComponent") // two arrays that belong together, never compared
record Taps(int[] first, int[][] weights) {

  /** Bits behind the point of a weight. */
  static final int BITS = 22;

  private static final double LOBES = 3;

  /**
   * Weights to resample {@code length} pixels.
   *
   * @param end right end of what is resampled, in input pixels; the last one may be covered in part
   */
  static Taps of(int length, float end, int wanted) {
    int[] first = new int[wanted];
    int[][] weights = new int[wanted][];
    double scale = (double) end / wanted;
    double filterScale = Math.max(scale, 1);
    double support = LOBES * filterScale;
    for (int i = 0; i < wanted; i++) {
      double centre = (i + 0.5) * scale;
      int from = Math.max(0, (int) (centre - support + 0.5));
      int to = Math.min(length, (int) (centre + support + 0.5));
      first[i] = from;
      weights[i] = weights(from, to, centre, 1 / filterScale);
    }
    return new Taps(first, weights);
  }

  private static int[] weights(int from, int to, double centre, double inverseScale) {
    double[] exact = new double[to - from];
    double sum = 0;
    for (int i = 0; i < exact.length; i++) {
      exact[i] = lanczos((i + from - centre + 0.5) * inverseScale);
      sum += exact[i];
    }
    int[] fixed = new int[exact.length];
    for (int i = 0; i < fixed.length; i++) {
      double weight = exact[i] / sum * (1 << BITS);
      fixed[i] = (int) (weight < 0 ? weight - 0.5 : weight + 0.5); // half away from zero
    }
    return fixed;
  }

  /** {@code sinc(x) sinc(x / 3)} inside its three lobes. */
  private static double lanczos(double x) {
    return x >= -LOBES && x < LOBES ? sinc(x) * sinc(x / LOBES) : 0;
  }

  private static double sinc(double x) {
    return x == 0 ? 1 : Math.sin(x * Math.PI) / (x * Math.PI);
  }

  int wanted() {
    return first.length;
  }

  /** Most input pixels that one output pixel is made of. */
  int longest() {
    int longest = 0;
    for (int[] w : weights) {
      longest = Math.max(longest, w.length);
    }
    return longest;
  }
}
