package dev.astrocat.thumbs.measure.strategy;

import dev.astrocat.thumbs.Linking;
import dev.astrocat.thumbs.measure.Statistics;
import dev.astrocat.thumbs.measure.Stretch;
import dev.astrocat.thumbs.measure.StretchStrategy;

/**
 * PixInsight's boosted screen transfer function: as {@link PixInsightStretch} with {@code C = -2.1}
 * and {@code B = 0.5}, so that faint matter stands out.
 *
 * <p>Source: formula at {@link AdaptivePoints}; the factors 0.75 and 2 are those of PixInsight's
 * ScreenTransferFunction tool. Checked value: median 0.01525902 and MADN 0.00045777 give s =
 * 0.01429770, m = 0.00096132, and the median is seen as 0.503604.
 */
public final class PixInsightBoostedStretch implements StretchStrategy {

  private static final double CLIPPING = AdaptivePoints.CLIPPING * 0.75;
  private static final double BACKGROUND = AdaptivePoints.BACKGROUND * 2;

  @Override
  public String id() {
    return "pixinsight-boosted";
  }

  @Override
  public Stretch measure(Statistics statistics, Linking linking) {
    NominalRange nominal = NominalRange.of(statistics);
    CurveFit fit = new AdaptiveFit(statistics, nominal.range(), CLIPPING, BACKGROUND);
    return LinkedChannels.stretch(id(), statistics, linking, fit, nominal.decisions());
  }
}
