package dev.astrocat.thumbs.measure.exact;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.decode.Range;
import dev.astrocat.thumbs.measure.Distribution;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.LongStream;

/**
 * A distribution known by bins, which are split by further passes over the image only where a
 * question needs it, until the answer is exact.
 */
final class BinnedDistribution implements Distribution {

  /** Splits bins by reading the image again. */
  @FunctionalInterface
  interface Splitter {
    /** The finer bins of each of these bins; each has the same samples as before. */
    Bins[] split(Bins bins, int[] which) throws IOException;
  }

  /** Takes samples evenly by reading the image again. */
  @FunctionalInterface
  interface Sampler {
    /** Up to {@code most} of the {@code count} finite samples, in stored order. */
    double[] sample(long count, int most) throws IOException;
  }

  /** Most bins split in one pass: each takes a histogram of up to 256 KB. */
  private static final int MAX_SPLITS = 32;

  private final SampleKeys keys;
  private final Splitter splitter;
  private final Sampler sampler;
  private final long count;
  private Bins bins;

  BinnedDistribution(SampleKeys keys, Bins bins, Splitter splitter, Sampler sampler) {
    this.keys = keys;
    this.bins = bins;
    this.splitter = splitter;
    this.sampler = sampler;
    this.count = bins.total();
    if (count == 0) {
      throw new DecodeException(
          ErrorCode.NO_VALID_PIXELS,
          "the picture holds no finite sample, only blanks or NaN",
          null);
    }
  }

  @Override
  public long count() {
    return count;
  }

  @Override
  public Range extent() {
    return new Range(valueAt(0), valueAt(count - 1));
  }

  @Override
  public double[] quantiles(double... probabilities) {
    double[] values = new double[probabilities.length];
    long last = count - 1;
    settle(
        Arrays.stream(probabilities)
            .mapToLong(p -> (long) Math.floor(p * last))
            .flatMap(below -> LongStream.of(below, Math.min(below + 1, last)))
            .toArray());
    for (int i = 0; i < values.length; i++) {
      double rank = last * probabilities[i];
      long below = (long) Math.floor(rank);
      double a = valueAt(below);
      double b = valueAt(Math.min(below + 1, last));
      values[i] = interpolate(a, b, rank - below);
    }
    return values;
  }

  /** As NumPy does it, from the nearer end, so that equal ends give exactly that value. */
  private static double interpolate(double a, double b, double t) {
    if (Double.isInfinite(b - a)) {
      return a * (1 - t) + b * t;
    }
    return t < 0.5 ? a + (b - a) * t : b - (b - a) * (1 - t);
  }

  @Override
  public Centre centre(Range range) {
    double lower = range.normalise(valueAt((count - 1) / 2));
    double upper = range.normalise(valueAt(count / 2));
    if (range.low() == range.high()) {
      return new Centre(0, 0, 0); // a constant image lies at the lower end of its range
    }
    Deviations deviations = new Deviations(keys, range::normalise, (lower + upper) / 2);
    for (BitSet vague = deviations.vague(bins, count);
        !vague.isEmpty();
        vague = deviations.vague(bins, count)) {
      split(deviations.widest(bins, vague, MAX_SPLITS));
    }
    return new Centre(lower, upper, deviations.median(bins, count));
  }

  @Override
  public double[] sample(int most) {
    try {
      return sampler.sample(count, most);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private double valueAt(long rank) {
    settle(rank);
    return keys.physical(bins.low(bins.binOf(rank)));
  }

  /** Splits bins until the samples of these ranks are in exact ones. */
  private void settle(long... ranks) {
    for (BitSet open = inexact(ranks); !open.isEmpty(); open = inexact(ranks)) {
      // A pass for any question also serves the usual ones, which costs nothing more.
      open.or(inexact(0, (count - 1) / 2, count / 2, count - 1));
      open.or(likelyDeviations());
      split(open);
    }
  }

  private BitSet inexact(long... ranks) {
    BitSet inexact = new BitSet();
    for (long rank : ranks) {
      int bin = bins.binOf(rank);
      inexact.set(bin, !bins.isExact(bin));
    }
    return inexact;
  }

  /** Bins that the median deviation is likely to fall into, judged by the median's bin. */
  private BitSet likelyDeviations() {
    int middle = bins.binOf(count / 2);
    double median = keys.physical(bins.low(middle));
    BitSet likely = new Deviations(keys, DoubleUnaryOperator.identity(), median).vague(bins, count);
    return likely.cardinality() <= MAX_SPLITS / 2 ? likely : new BitSet();
  }

  private void split(BitSet which) {
    int[] first = which.stream().filter(i -> !bins.isExact(i)).limit(MAX_SPLITS).toArray();
    try {
      bins = bins.withSplit(first, splitter.split(bins, first));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
