package dev.astrocat.thumbs.measure.exact;

import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.Range;
import dev.astrocat.thumbs.measure.Distribution;
import dev.astrocat.thumbs.testing.TestSamples;
import java.util.Arrays;
import java.util.stream.IntStream;

/** A distribution as a textbook has it: all physical values widened to double and sorted. */
final class NaiveDistribution implements Distribution {

  private final double[] stored;
  private final double[] sorted;

  private NaiveDistribution(double[] stored) {
    this.stored = stored;
    this.sorted = Arrays.stream(stored).sorted().toArray();
  }

  static NaiveDistribution of(ImageInfo info, Object... planes) {
    int samples = info.width() * info.height();
    double[] values = new double[samples * planes.length];
    int finite = 0;
    for (Object plane : planes) {
      for (int i = 0; i < samples; i++) {
        double value = info.scaling().apply(TestSamples.stored(info.type(), plane, i));
        if (Double.isFinite(value) && !isBlank(info, plane, i)) {
          values[finite++] = value;
        }
      }
    }
    return new NaiveDistribution(Arrays.copyOf(values, finite));
  }

  private static boolean isBlank(ImageInfo info, Object plane, int i) {
    return !info.type().isFloat()
        && info.blank().isPresent()
        && TestSamples.isStoredAs(info.type(), plane, i, info.blank().getAsLong());
  }

  @Override
  public long count() {
    return sorted.length;
  }

  @Override
  public Range extent() {
    return new Range(sorted[0], sorted[sorted.length - 1]);
  }

  @Override
  public double[] quantiles(double... probabilities) {
    return Arrays.stream(probabilities).map(this::quantile).toArray();
  }

  private double quantile(double p) {
    double rank = (sorted.length - 1) * p;
    int below = (int) Math.floor(rank);
    double a = sorted[below];
    double b = sorted[Math.min(below + 1, sorted.length - 1)];
    double t = rank - below;
    if (Double.isInfinite(b - a)) {
      return a * (1 - t) + b * t;
    }
    return t < 0.5 ? a + (b - a) * t : b - (b - a) * (1 - t);
  }

  @Override
  public double[] sample(int most) {
    // As astropy does it: values[::stride][:n_samples]
    int stride = Math.max(1, stored.length / most);
    return IntStream.iterate(0, i -> i < stored.length, i -> i + stride)
        .limit(most)
        .mapToDouble(i -> stored[i])
        .toArray();
  }

  @Override
  public Centre centre(Range range) {
    double lower = range.normalise(sorted[(sorted.length - 1) / 2]);
    double upper = range.normalise(sorted[sorted.length / 2]);
    double median = (lower + upper) / 2;
    double[] distances =
        Arrays.stream(sorted).map(v -> Math.abs(range.normalise(v) - median)).sorted().toArray();
    double mad = (distances[(distances.length - 1) / 2] + distances[distances.length / 2]) / 2;
    return new Centre(lower, upper, mad);
  }
}
