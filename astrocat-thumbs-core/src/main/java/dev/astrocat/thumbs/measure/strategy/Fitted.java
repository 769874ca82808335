package dev.astrocat.thumbs.measure.strategy;

import dev.astrocat.thumbs.measure.ChannelCurve;
import dev.astrocat.thumbs.measure.Stretch.Figure;
import java.util.List;

/**
 * A curve that fits some samples, and the figures behind it. Immutable.
 *
 * @param curve what to do with each sample
 * @param figures in order, the same names for every fit of one strategy
 */
record Fitted(ChannelCurve curve, List<Figure> figures) {

  Fitted {
    figures = List.copyOf(figures);
  }

  /** A curve with the ends of its range as figures. */
  static Fitted of(ChannelCurve curve) {
    return new Fitted(
        curve,
        List.of(Figure.of("min", curve.range().low()), Figure.of("max", curve.range().high())));
  }
}
