package dev.astrocat.thumbs.measure.strategy;

import dev.astrocat.thumbs.Linking;
import dev.astrocat.thumbs.decode.Range;
import dev.astrocat.thumbs.measure.ChannelCurve;
import dev.astrocat.thumbs.measure.Statistics;
import dev.astrocat.thumbs.measure.Stretch;
import dev.astrocat.thumbs.measure.Stretch.Figure;
import dev.astrocat.thumbs.measure.StretchStrategy;
import dev.astrocat.thumbs.measure.ToneCurve;
import java.util.List;

/**
 * Straight from the 1st percentile (black) to the 99th (white), as NumPy interpolates them;
 * channels together. Reports the two as {@code min} and {@code max}.
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
    double[] ends = statistics.joint().quantiles(LOW, HIGH);
    Range range = new Range(ends[0], ends[1]);
    return new Stretch(
        id(),
        ToneCurve.linked(ChannelCurve.straight(range)),
        List.of(Figure.of("min", range.low()), Figure.of("max", range.high())));
  }
}
