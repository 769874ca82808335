package dev.astrocat.thumbs.measure.strategy;

import dev.astrocat.thumbs.Decision;
import dev.astrocat.thumbs.Linking;
import dev.astrocat.thumbs.decode.Range;
import dev.astrocat.thumbs.measure.ChannelCurve;
import dev.astrocat.thumbs.measure.Distribution;
import dev.astrocat.thumbs.measure.Statistics;
import dev.astrocat.thumbs.measure.Stretch;
import dev.astrocat.thumbs.measure.StretchStrategy;
import dev.astrocat.thumbs.measure.ToneCurve;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * For data of which nobody says whether they are linear, such as 16-bit TIFF: {@code pixinsight},
 * unless so much of it is bright that it must have been stretched already, which is shown as it is.
 * Bright is a median of {@value #BRIGHT_MEDIAN} of the nominal range, as linear sky never has, or a
 * twentieth of the pixels above {@value #BRIGHT_PART}: planets stand before black.
 */
public final class PixInsightUnlessBrightStretch implements StretchStrategy {

  private static final double BRIGHT_MEDIAN = 0.125;
  private static final double BRIGHT_PART = 0.5;
  private static final double MOST_PIXELS = 0.95;

  private static final StretchStrategy ADAPTIVE = new PixInsightStretch();
  private static final StretchStrategy NONE = new NoStretch();

  @Override
  public String id() {
    return "pixinsight-unless-bright";
  }

  @Override
  public Stretch measure(Statistics statistics, Linking linking) {
    NominalRange nominal = NominalRange.of(statistics);
    Distribution values = statistics.joint();
    double[] quantiles = values.quantiles(0.5, MOST_PIXELS);
    double median = within(nominal.range(), quantiles[0]);
    double bright = within(nominal.range(), quantiles[1]);
    boolean stretched = median >= BRIGHT_MEDIAN || bright >= BRIGHT_PART;
    Stretch stretch =
        !stretched
            ? ADAPTIVE.measure(statistics, linking)
            : statistics.info().type().isFloat()
                ? straight(nominal)
                : NONE.measure(statistics, linking);
    List<Decision> decisions = new ArrayList<>(stretch.decisions());
    decisions.add(
        new Decision(
            "brightness",
            stretched ? "bright" : "dark",
            String.format(
                Locale.ROOT,
                "median %.4f and 95th percentile %.4f of the range are those of %s data",
                median,
                bright,
                stretched ? "stretched" : "linear")));
    return new Stretch(stretch.name(), stretch.curve(), stretch.figures(), decisions);
  }

  /** Floats go by the range that their values show, as they do when they are stretched. */
  private static Stretch straight(NominalRange nominal) {
    Fitted fitted = Fitted.of(ChannelCurve.straight(nominal.range()));
    return new Stretch(
        NONE.id(), ToneCurve.linked(fitted.curve()), fitted.figures(), nominal.decisions());
  }

  /** 0..1, by halves, as a range may be wider than a double holds. */
  private static double within(Range range, double value) {
    double width = range.high() / 2 - range.low() / 2;
    return width > 0 ? (value / 2 - range.low() / 2) / width : 0;
  }
}
