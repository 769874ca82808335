package dev.astrocat.thumbs.decode;

/**
 * An interval of physical values.
 *
 * @param low lower end
 * @param high upper end, not below {@code low}
 */
public record Range(double low, double high) {

  /** Checks the order of the ends. */
  public Range {
    if (!(low <= high)) {
      throw new IllegalArgumentException("a range from " + low + " to " + high);
    }
  }

  /** Where a value lies: 0 at the lower end, 1 at the upper; NaN where both ends are equal. */
  public double normalise(double value) {
    double span = high - low;
    return Double.isInfinite(span)
        ? (value / 2 - low / 2) / (high / 2 - low / 2)
        : (value - low) / span;
  }
}
