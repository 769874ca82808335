package dev.astrocat.thumbs.measure.strategy;

import dev.astrocat.thumbs.decode.Range;
import java.util.Arrays;

/**
 * The line through sorted samples that zscale looks for. One thread at a time.
 *
 * <p>Samples far from the line are rejected together with their neighbours, and the line is fitted
 * again, until nothing more is rejected. When too many are, the limits are those of the sample.
 */
final class ZscaleLimits {

  private static final double CONTRAST = 0.25;
  private static final double MOST_REJECTED = 0.5;
  private static final int LEAST_SAMPLES = 5;
  private static final double SIGMAS = 2.5;
  private static final int ROUNDS = 5;
  private static final double GROWTH = 0.01;

  private final double[] samples;
  private boolean[] bad;
  private int good;

  /** Of the last line that was fitted: a step to the right, and the value at the first sample. */
  private double slope;

  private double start;

  private ZscaleLimits(double[] sorted) {
    samples = sorted;
    bad = new boolean[sorted.length];
    good = sorted.length;
  }

  /**
   * The limits of a sample in any order, which is left as it is.
   *
   * @param sample at least one finite value
   */
  static Range of(double[] sample) {
    double[] sorted = sample.clone();
    Arrays.sort(sorted);
    return new ZscaleLimits(sorted).limits();
  }

  private Range limits() {
    int n = samples.length;
    int least = Math.max(LEAST_SAMPLES, (int) (n * MOST_REJECTED));
    int before = n + 1;
    for (int round = 0; round < ROUNDS && good < before && good >= least; round++) {
      fitLine();
      before = good;
      reject();
    }
    Range all = new Range(samples[0], samples[n - 1]);
    if (good < least) {
      return all;
    }
    double median = samples[(n - 1) / 2] / 2 + samples[n / 2] / 2;
    int centre = (n - 1) / 2;
    double step = slope / CONTRAST;
    double low = Math.max(all.low(), median - (centre - 1) * step);
    double high = Math.min(all.high(), median + (n - centre) * step);
    // Numbers too large for the sums, or a sky of one value, leave no interval.
    return low < high ? new Range(low, high) : all;
  }

  /** Least squares over the good samples, from their means, which keeps the digits. */
  private void fitLine() {
    double meanX = 0;
    double meanY = 0;
    for (int i = 0; i < samples.length; i++) {
      if (!bad[i]) {
        meanX += (double) i / good;
        meanY += (samples[i] - samples[0]) / good;
      }
    }
    double products = 0;
    double squares = 0;
    for (int i = 0; i < samples.length; i++) {
      if (!bad[i]) {
        products += (i - meanX) * (samples[i] - samples[0] - meanY);
        squares += (i - meanX) * (i - meanX);
      }
    }
    slope = products / squares;
    start = samples[0] + (meanY - slope * meanX);
  }

  private void reject() {
    double threshold = SIGMAS * deviation();
    boolean[] far = bad.clone();
    for (int i = 0; i < samples.length; i++) {
      far[i] |= Math.abs(residual(i)) > threshold;
    }
    bad = grown(far);
    good = 0;
    for (boolean rejected : bad) {
      good += rejected ? 0 : 1;
    }
  }

  private double residual(int i) {
    return samples[i] - (start + slope * i);
  }

  /** Standard deviation of the good samples' residuals. */
  private double deviation() {
    double mean = 0;
    for (int i = 0; i < samples.length; i++) {
      mean += bad[i] ? 0 : residual(i) / good;
    }
    double squares = 0;
    for (int i = 0; i < samples.length; i++) {
      double off = bad[i] ? 0 : residual(i) - mean;
      squares += off * off;
    }
    return Math.sqrt(squares / good);
  }

  /** Every rejected sample takes its neighbours with it, one more on the right when even. */
  private static boolean[] grown(boolean[] far) {
    int width = Math.max(1, (int) (far.length * GROWTH));
    boolean[] grown = new boolean[far.length];
    for (int i = 0; i < far.length; i++) {
      if (far[i]) {
        int from = Math.max(0, i - (width - width / 2 - 1));
        int end = Math.min(far.length, i + width / 2 + 1);
        Arrays.fill(grown, from, end, true);
      }
    }
    return grown;
  }
}
