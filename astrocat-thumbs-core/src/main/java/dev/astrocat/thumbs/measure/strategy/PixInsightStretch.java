package dev.astrocat.thumbs.measure.strategy;

import dev.astrocat.thumbs.Linking;
import dev.astrocat.thumbs.measure.Statistics;
import dev.astrocat.thumbs.measure.Stretch;
import dev.astrocat.thumbs.measure.StretchStrategy;

/**
 * What PixInsight's automatic screen transfer function shows: XISF's adaptive display function with
 * {@code C = -2.8} and {@code B = 0.25}, over the nominal range and never over minimum and maximum.
 * Unlinked, each channel has its own function; linked, one is made of the means of their points.
 *
 * <p>Source: XISF 1.0 specification, sections 8.5.6 and 8.5.7; formula at {@link AdaptivePoints}.
 * Checked value: median 0.01525902 and MADN 0.00045777 give s = 0.01397726, m = 0.00383544, and the
 * median is seen as 0.252652.
 */
public final class PixInsightStretch implements StretchStrategy {

  private static final double CLIPPING = AdaptivePoints.CLIPPING;
  private static final double BACKGROUND = AdaptivePoints.BACKGROUND;

  @Override
  public String id() {
    return "pixinsight";
  }

  @Override
  public Stretch measure(Statistics statistics, Linking linking) {
    NominalRange nominal = NominalRange.of(statistics);
    CurveFit fit = new AdaptiveFit(statistics, nominal.range(), CLIPPING, BACKGROUND);
    return LinkedChannels.stretch(id(), statistics, linking, fit, nominal.decisions());
  }
}
