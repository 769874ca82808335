package dev.astrocat.thumbs.measure.strategy;

import dev.astrocat.thumbs.Linking;
import dev.astrocat.thumbs.decode.Range;
import dev.astrocat.thumbs.measure.ChannelCurve;
import dev.astrocat.thumbs.measure.Distribution;
import dev.astrocat.thumbs.measure.Statistics;
import dev.astrocat.thumbs.measure.Stretch;
import dev.astrocat.thumbs.measure.StretchStrategy;
import dev.astrocat.thumbs.measure.Transfer;

/**
 * The inverse hyperbolic sine over the central 99.8 percent of the values: straight for what is
 * faint, logarithmic for what is bright. Each channel is bent by itself. Reports the ends as {@code
 * min} and {@code max}.
 *
 * <pre>{@code
 * d = clip((x - q(0.001)) / (q(0.999) - q(0.001)))      y = asinh(d / a) / asinh(1 / a), a = 0.1
 * }</pre>
 *
 * Source: astropy's {@code AsinhStretch(a=0.1)} and {@code PercentileInterval(99.8)}; a thousandth
 * at either end are hot and dead pixels, and cores of stars. Checked value: d = 0.5 becomes
 * 0.7712696.
 */
public final class AsinhStretch implements StretchStrategy {

  private static final double TAIL = 0.001;
  private static final double SOFTENING = 0.1;

  @Override
  public String id() {
    return "asinh";
  }

  @Override
  public Stretch measure(Statistics statistics, Linking linking) {
    CurveFit fit = CurveFit.of(statistics, AsinhStretch::fitted);
    return LinkedChannels.stretch(id(), statistics, linking, fit);
  }

  private static Fitted fitted(Distribution values) {
    double[] ends = values.quantiles(TAIL, 1 - TAIL);
    // Of an image whose few bright samples are all there is to see, these are shown.
    Range range = ends[0] < ends[1] ? new Range(ends[0], ends[1]) : values.extent();
    return Fitted.of(new ChannelCurve(range, 0, 1, new Transfer.Asinh(SOFTENING)));
  }
}
