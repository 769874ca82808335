package dev.astrocat.thumbs.measure;

import dev.astrocat.thumbs.decode.Range;

/**
 * One channel's way from a physical value to what is seen: normalise by {@code range}, clip to
 * {@code shadows..highlights}, spread that over 0..1, bend by {@code transfer}. Immutable.
 *
 * <pre>{@code
 * d = (x - range.low) / (range.high - range.low)
 * y = transfer((clip(d, shadows, highlights) - shadows) / (highlights - shadows))
 * }</pre>
 *
 * A range of one value, as constant images have, gives black. Where shadows and highlights meet
 * there is nothing to spread, and the clipped value stays as it is, as in the documented process.
 *
 * @param range physical values that become 0 and 1
 * @param shadows normalised value below which all is black
 * @param highlights normalised value above which all is white
 * @param transfer the bend
 */
public record ChannelCurve(Range range, double shadows, double highlights, Transfer transfer) {

  /** Straight from black at the lower end of the range to white at the upper. */
  public static ChannelCurve straight(Range range) {
    return new ChannelCurve(range, 0, 1, Transfer.LINEAR);
  }

  /**
   * What is seen of a physical value.
   *
   * @return 0 (black) to 1 (white); 0 for NaN and infinities
   */
  public double apply(double physical) {
    // A mean of equal samples may miss them by the last bit, and lie beside a range of one value.
    if (!Double.isFinite(physical) || range.low() == range.high()) {
      return 0;
    }
    double normalised = range.normalise(physical);
    double clipped = Math.min(Math.max(normalised, shadows), highlights);
    double spread = highlights > shadows ? (clipped - shadows) / (highlights - shadows) : clipped;
    double seen = transfer.apply(spread);
    return seen > 0 ? Math.min(seen, 1) : 0; // NaN is black
  }

  /** What is seen of a physical value in 8 bits: 0 to 255, truncated as NumPy's astype does. */
  public int level(double physical) {
    return Math.min(255, (int) (apply(physical) * transfer.levels()));
  }

  /** What is seen of a mean of physical values in 8 bits: the nearest of 0 to 255. */
  public int nearestLevel(double mean) {
    return Math.min(255, (int) (apply(mean) * transfer.levels() + 0.5));
  }
}
