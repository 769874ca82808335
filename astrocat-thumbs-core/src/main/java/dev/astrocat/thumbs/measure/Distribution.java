package dev.astrocat.thumbs.measure;

import dev.astrocat.thumbs.decode.Range;

/**
 * The exact distribution of an image's finite samples, in physical values. NaN, infinities and
 * blanks are not in it. Methods may read the image again; they block, and throw what reading
 * throws.
 */
public interface Distribution {

  /** Number of finite samples; at least 1. */
  long count();

  /** Smallest and largest value. */
  Range extent();

  /**
   * Quantiles as NumPy's {@code percentile} gives them by default: linear between the two samples
   * around rank {@code p * (count - 1)}.
   *
   * @param probabilities each 0..1
   */
  double[] quantiles(double... probabilities);

  /**
   * Median and raw median absolute deviation of the values after {@code (x - low) / (high - low)},
   * in double arithmetic. With an even count each is the mean of the two middle values.
   */
  Centre centre(Range range);

  /**
   * Every n-th sample in stored order, row by row and channel after channel, from the first on. The
   * step is {@code max(1, count / most)} in whole numbers, as astropy's {@code ZScaleInterval}
   * samples an array of all finite values. Takes a pass over the image, and one more to count where
   * not all samples are finite.
   *
   * @param most largest number of samples, at least 1
   * @return at least one sample, in stored order
   */
  double[] sample(int most);

  /**
   * The middle of a distribution, in normalised values.
   *
   * @param lowerMiddle the lower of the two middle values; with an odd count the middle one
   * @param upperMiddle the upper of the two; with an odd count the same
   * @param mad median of {@code |x - median|}, not multiplied by 1.4826
   */
  record Centre(double lowerMiddle, double upperMiddle, double mad) {

    /** The median. */
    public double median() {
      return (lowerMiddle + upperMiddle) / 2;
    }
  }
}
