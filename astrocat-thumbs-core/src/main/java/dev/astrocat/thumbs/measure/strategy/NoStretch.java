package dev.astrocat.thumbs.measure.strategy;

import dev.astrocat.thumbs.Linking;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.Range;
import dev.astrocat.thumbs.measure.ChannelCurve;
import dev.astrocat.thumbs.measure.Statistics;
import dev.astrocat.thumbs.measure.Stretch;
import dev.astrocat.thumbs.measure.Stretch.Figure;
import dev.astrocat.thumbs.measure.StretchStrategy;
import dev.astrocat.thumbs.measure.ToneCurve;
import dev.astrocat.thumbs.measure.Transfer;
import java.util.List;

/**
 * No stretch: 8 bits stay as they are, wider integers show their high byte, floats show 0..1, or
 * what the file declares as its range. Reads no pixel.
 */
public final class NoStretch implements StretchStrategy {

  @Override
  public String id() {
    return "none";
  }

  @Override
  public Stretch measure(Statistics statistics, Linking linking) {
    ImageInfo info = statistics.info();
    Range range = info.representableRange();
    ChannelCurve curve = new ChannelCurve(halfOpen(range, info), 0, 1, new Transfer.HighByte());
    return new Stretch(
        id(),
        ToneCurve.linked(curve),
        List.of(Figure.of("min", range.low()), Figure.of("max", range.high())));
  }

  /**
   * From the lowest value up to the one behind the highest, so that 256 levels are equally wide.
   */
  private static Range halfOpen(Range range, ImageInfo info) {
    double step = Math.abs(info.scaling().scale());
    boolean hasSteps = !info.type().isFloat() && Double.isFinite(step);
    return hasSteps ? new Range(range.low(), range.high() + step) : range;
  }
}
