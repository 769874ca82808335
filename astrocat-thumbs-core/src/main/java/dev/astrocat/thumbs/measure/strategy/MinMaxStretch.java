package dev.astrocat.thumbs.measure.strategy;

import dev.astrocat.thumbs.Linking;
import dev.astrocat.thumbs.measure.ChannelCurve;
import dev.astrocat.thumbs.measure.Statistics;
import dev.astrocat.thumbs.measure.Stretch;
import dev.astrocat.thumbs.measure.StretchStrategy;

/** Straight from the smallest value (black) to the largest (white). */
public final class MinMaxStretch implements StretchStrategy {

  @Override
  public String id() {
    return "minmax";
  }

  @Override
  public Stretch measure(Statistics statistics, Linking linking) {
    CurveFit fit =
        CurveFit.of(statistics, values -> Fitted.of(ChannelCurve.straight(values.extent())));
    return LinkedChannels.stretch(id(), statistics, linking, fit);
  }
}
