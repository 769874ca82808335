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

/** Straight from the smallest value (black) to the largest (white); channels together. */
public final class MinMaxStretch implements StretchStrategy {

  @Override
  public String id() {
    return "minmax";
  }

  @Override
  public Stretch measure(Statistics statistics, Linking linking) {
    Range range = statistics.joint().extent();
    return new Stretch(
        id(),
        ToneCurve.linked(ChannelCurve.straight(range)),
        List.of(Figure.of("min", range.low()), Figure.of("max", range.high())));
  }
}
