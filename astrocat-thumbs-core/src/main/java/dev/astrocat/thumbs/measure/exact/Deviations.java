package dev.astrocat.thumbs.measure.exact;

import java.util.BitSet;
import java.util.Comparator;
import java.util.function.DoubleUnaryOperator;

/**
 * Distances of samples from their median, in mapped values. Since the mapping rises, so do
 * distances on either side of the median: they are in order when both sides are merged outwards.
 */
final class Deviations {

  private final SampleKeys keys;
  private final DoubleUnaryOperator mapping;
  private final double median;

  /** Distances from {@code median}, a mapped value. */
  Deviations(SampleKeys keys, DoubleUnaryOperator mapping, double median) {
    this.keys = keys;
    this.mapping = mapping;
    this.median = median;
  }

  /**
   * Bins of several distances that overlap the two middle ones, as far as bins tell. They may be
   * many, where a wide bin on one side of the median faces narrow ones on the other.
   */
  BitSet vague(Bins bins, long count) {
    double least = atRank(bins, (count - 1) / 2, Edge.NEAR);
    double most = atRank(bins, count / 2, Edge.FAR);
    BitSet vague = new BitSet();
    for (int i = 0; i < bins.size(); i++) {
      double near = distance(bins, i, Edge.NEAR);
      double far = distance(bins, i, Edge.FAR);
      if (near < far && far >= least && near <= most) {
        vague.set(i);
      }
    }
    return vague;
  }

  /** The widest of some bins, measured by distance: splitting them narrows the question most. */
  BitSet widest(Bins bins, BitSet some, int limit) {
    BitSet widest = new BitSet();
    some.stream()
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -width(bins, i)))
        .limit(limit)
        .forEach(widest::set);
    return widest;
  }

  private double width(Bins bins, int bin) {
    return distance(bins, bin, Edge.FAR) - distance(bins, bin, Edge.NEAR);
  }

  /** The median distance; only right when no bin is {@link #vague}. */
  double median(Bins bins, long count) {
    return (atRank(bins, (count - 1) / 2, Edge.NEAR) + atRank(bins, count / 2, Edge.NEAR)) / 2;
  }

  private enum Edge {
    NEAR,
    FAR
  }

  private double atRank(Bins bins, long rank, Edge edge) {
    int right = 0;
    while (right < bins.size() && mapped(bins.high(right)) < median) {
      right++;
    }
    int left = right - 1;
    long seen = 0;
    while (true) {
      double l = left >= 0 ? distance(bins, left, edge) : Double.POSITIVE_INFINITY;
      double r = right < bins.size() ? distance(bins, right, edge) : Double.POSITIVE_INFINITY;
      seen += l <= r ? bins.count(left--) : bins.count(right++);
      if (rank < seen) {
        return Math.min(l, r);
      }
    }
  }

  private double distance(Bins bins, int bin, Edge edge) {
    double a = mapped(bins.low(bin)) - median;
    double b = mapped(bins.high(bin)) - median;
    if (edge == Edge.FAR) {
      return Math.max(Math.abs(a), Math.abs(b));
    }
    return a <= 0 && b >= 0 ? 0 : Math.min(Math.abs(a), Math.abs(b));
  }

  private double mapped(long key) {
    return mapping.applyAsDouble(keys.physical(key));
  }
}
