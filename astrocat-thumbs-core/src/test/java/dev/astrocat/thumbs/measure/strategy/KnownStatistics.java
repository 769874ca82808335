package dev.astrocat.thumbs.measure.strategy;

import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.Range;
import dev.astrocat.thumbs.decode.SampleType;
import dev.astrocat.thumbs.measure.Distribution;
import dev.astrocat.thumbs.measure.Statistics;
import java.util.Arrays;
import java.util.List;

/**
 * Statistics of channels of values of 0 to 1 whose median and raw MAD are known already; of all
 * channels together those of the first.
 */
record KnownStatistics(ImageInfo info, List<Distribution> distributions) implements Statistics {

  static KnownStatistics of(double median, double mad) {
    return of(new double[][] {{median, mad}});
  }

  static KnownStatistics of(double[]... mediansAndMads) {
    int channels = mediansAndMads.length;
    return new KnownStatistics(
        ImageInfo.of(1, 1, channels, SampleType.F64).withRange(new Range(0, 1)),
        Arrays.stream(mediansAndMads)
            .<Distribution>map(pair -> new Known(pair[0], pair[1]))
            .toList());
  }

  @Override
  public Distribution joint() {
    return distributions.get(0);
  }

  @Override
  public Distribution channel(int channel) {
    return distributions.get(channel);
  }

  private record Known(double median, double mad) implements Distribution {

    @Override
    public long count() {
      return 3;
    }

    @Override
    public Range extent() {
      return new Range(0, 1);
    }

    @Override
    public double[] quantiles(double... probabilities) {
      return probabilities.clone();
    }

    @Override
    public double[] sample(int most) {
      return new double[] {0, median, 1};
    }

    @Override
    public Centre centre(Range range) {
      return new Centre(median, median, mad);
    }
  }
}
