package dev.astrocat.thumbs.measure.strategy;

import dev.astrocat.thumbs.Linking;
import dev.astrocat.thumbs.decode.Range;
import dev.astrocat.thumbs.measure.ChannelCurve;
import dev.astrocat.thumbs.measure.Distribution;
import dev.astrocat.thumbs.measure.Statistics;
import dev.astrocat.thumbs.measure.Stretch;
import dev.astrocat.thumbs.measure.Stretch.Figure;
import dev.astrocat.thumbs.measure.StretchStrategy;
import dev.astrocat.thumbs.measure.Transfer;
import java.util.List;

/**
 * The documented STF: values normalised by minimum and maximum, shadows clipped at {@code median -
 * 1.25 MAD} (raw MAD, not below 0), highlights at 1, midtones so that the median of what remains
 * becomes 0.25. Linked, channels are measured together, as if they were one.
 *
 * <pre>{@code
 * c0 = max(0, median - 1.25 MAD)      x = median of (clip(d, c0, 1) - c0) / (1 - c0)
 * m  = x (1 - t) / (x + t - 2 x t)    with t = 0.25; 0.5, a straight line, for x = 0, x = t, x = 1
 * }</pre>
 *
 * Source: the documented thumbnail process, section "STF Auto-Stretching". Checked values: median
 * 0.1 and MAD 0.01 give c0 = 0.0875, m = 0.04.
 */
public final class AstrocatStretch implements StretchStrategy {

  private static final double SHADOWS = 1.25;
  private static final double TARGET_BACKGROUND = 0.25;

  @Override
  public String id() {
    return "astrocat";
  }

  @Override
  public Stretch measure(Statistics statistics, Linking linking) {
    CurveFit fit = CurveFit.of(statistics, AstrocatStretch::fitted);
    return LinkedChannels.stretch(id(), statistics, linking, fit);
  }

  private static Fitted fitted(Distribution values) {
    Range range = values.extent();
    Distribution.Centre centre = values.centre(range);
    double c0 = Math.max(0, centre.median() - SHADOWS * centre.mad());
    double m = midtones(clippedMedian(centre, c0));
    return new Fitted(
        new ChannelCurve(range, c0, 1, new Transfer.Midtones(m)),
        List.of(
            Figure.of("min", range.low()),
            Figure.of("max", range.high()),
            Figure.of("median", centre.median()),
            Figure.of("mad", centre.mad()),
            Figure.of("c0", c0),
            Figure.of("m", m)));
  }

  /** Clipping and spreading keep the order, so the middle values stay the middle ones. */
  private static double clippedMedian(Distribution.Centre centre, double c0) {
    double lower = (Math.max(centre.lowerMiddle(), c0) - c0) / (1 - c0);
    double upper = (Math.max(centre.upperMiddle(), c0) - c0) / (1 - c0);
    return (lower + upper) / 2;
  }

  /** The midtones balance that brings {@code x} to the target background. */
  static double midtones(double x) {
    double t = TARGET_BACKGROUND;
    double divisor = x + t - 2 * x * t;
    return x > 0 && x < 1 && x != t && divisor != 0 ? x * (1 - t) / divisor : 0.5;
  }
}
