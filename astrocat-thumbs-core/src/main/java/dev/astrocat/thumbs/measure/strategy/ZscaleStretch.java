package dev.astrocat.thumbs.measure.strategy;

import dev.astrocat.thumbs.Linking;
import dev.astrocat.thumbs.decode.Range;
import dev.astrocat.thumbs.measure.ChannelCurve;
import dev.astrocat.thumbs.measure.Distribution;
import dev.astrocat.thumbs.measure.Statistics;
import dev.astrocat.thumbs.measure.Stretch;
import dev.astrocat.thumbs.measure.StretchStrategy;

/**
 * Straight between the limits of IRAF's zscale, as astropy's {@code ZScaleInterval} finds them with
 * its default parameters: a line is fitted to a thousand sorted samples without outliers, and
 * spread by its slope around their median. Reports the limits as {@code min} and {@code max}.
 *
 * <pre>{@code
 * z1 = max(first, median - (centre - 1) slope / 0.25)      centre = (n - 1) / 2, rounded down
 * z2 = min(last,  median + (n - centre) slope / 0.25)
 * }</pre>
 *
 * Source: IRAF's display task and astropy.visualization.interval. Checked value: the numbers 0 to
 * 999 give 0 and 999. Where the limits meet, as with stars on a sky of one value, those of the
 * sample stand, and where these meet too, those of the image.
 */
public final class ZscaleStretch implements StretchStrategy {

  private static final int SAMPLES = 1000;

  @Override
  public String id() {
    return "zscale";
  }

  @Override
  public Stretch measure(Statistics statistics, Linking linking) {
    CurveFit fit = CurveFit.of(statistics, ZscaleStretch::fitted);
    return LinkedChannels.stretch(id(), statistics, linking, fit);
  }

  private static Fitted fitted(Distribution values) {
    Range limits = ZscaleLimits.of(values.sample(SAMPLES));
    Range range = limits.low() < limits.high() ? limits : values.extent();
    return Fitted.of(ChannelCurve.straight(range));
  }
}
