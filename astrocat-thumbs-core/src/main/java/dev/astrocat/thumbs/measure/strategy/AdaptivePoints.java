package dev.astrocat.thumbs.measure.strategy;

import dev.astrocat.thumbs.measure.Transfer;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The points of XISF's adaptive display function (XISF 1.0 specification, section 8.5.7) for median
 * {@code M} and deviation {@code D = 1.4826 MAD} of normalised values. Immutable.
 *
 * <pre>{@code
 * bright = M > 0.5
 * s = 0 if bright or D = 0, else M + C D       h = 1 if not bright or D = 0, else M - C D
 * m = mtf(M - s; B) if not bright, else mtf(B; h - M)
 * }</pre>
 *
 * s and h are clipped to 0..1. Checked values for C = -2.8 and B = 0.25: M 0.25 and D 0.01 give s
 * 0.222, h 1, m 0.07954545; M 0.7 and D 0.05 give s 0, h 0.84, m 0.671875.
 *
 * @param shadows s
 * @param highlights h
 * @param midtones m
 */
record AdaptivePoints(double shadows, double highlights, double midtones) {

  /** C, the clipping point in units of D. */
  static final double CLIPPING = -2.8;

  /** B, what the median becomes, roughly. */
  static final double BACKGROUND = 0.25;

  /** Makes the median absolute deviation of a normal distribution its standard deviation. */
  static final double MADN = 1.4826;

  /** Which end of the range the background is near to. */
  enum Branch {
    DARK,
    BRIGHT
  }

  /**
   * The points of one channel.
   *
   * @param median M, clipped to 0..1
   * @param deviation D
   */
  static AdaptivePoints of(
      double median, double deviation, Branch branch, double clipping, double background) {
    double middle = clipped(median);
    boolean flat = deviation == 0;
    if (branch == Branch.DARK) {
      double s = flat ? 0 : clipped(middle + clipping * deviation);
      return new AdaptivePoints(s, 1, Transfer.Display.mtf(middle - s, background));
    }
    double h = flat ? 1 : clipped(middle - clipping * deviation);
    return new AdaptivePoints(0, h, Transfer.Display.mtf(background, h - middle));
  }

  /** One set for all channels: the mean of each point, by equations 16 to 18 of the section. */
  static AdaptivePoints mean(List<AdaptivePoints> channels) {
    return new AdaptivePoints(
        mean(channels, AdaptivePoints::shadows),
        mean(channels, AdaptivePoints::highlights),
        mean(channels, AdaptivePoints::midtones));
  }

  private static double mean(List<AdaptivePoints> all, ToDoubleFunction<AdaptivePoints> point) {
    return all.stream().mapToDouble(point).average().orElseThrow();
  }

  private static double clipped(double x) {
    return Math.min(Math.max(x, 0), 1);
  }
}
