package dev.astrocat.thumbs.measure.strategy;

import dev.astrocat.thumbs.Linking;
import dev.astrocat.thumbs.decode.Range;
import dev.astrocat.thumbs.measure.ChannelCurve;
import dev.astrocat.thumbs.measure.Distribution;
import dev.astrocat.thumbs.measure.Statistics;
import dev.astrocat.thumbs.measure.Stretch;
import dev.astrocat.thumbs.measure.StretchStrategy;

/**
 * Straight from the 1st percentile (black) to the 99th (white), as NumPy interpolates them. Reports
 * the two as {@code min} and {@code max}.
 */
public final class PercentileStretch implements StretchStrategy {

  private static final double LOW = 0.01;
  private static final double HIGH = 0.99;

  @Override
  public String id() {
    return "percentile";
  }

  @Override
  public Stretch measure(Statistics statistics, Linking linking) {
    CurveFit fit = CurveFit.of(statistics, PercentileStretch::fitted);
    return LinkedChannels.stretch(id(), statistics, linking, fit);
  }

  private static Fitted fitted(Distribution values) {
    double[] ends = values.quantiles(LOW, HIGH);
    return Fitted.of(ChannelCurve.straight(new Range(ends[0], ends[1])));
  }
}
