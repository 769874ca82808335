package dev.astrocat.thumbs.measure.strategy;

import dev.astrocat.thumbs.Decision;
import dev.astrocat.thumbs.Linking;
import dev.astrocat.thumbs.decode.StoredStretch;
import dev.astrocat.thumbs.measure.ChannelCurve;
import dev.astrocat.thumbs.measure.Statistics;
import dev.astrocat.thumbs.measure.Stretch;
import dev.astrocat.thumbs.measure.Stretch.Figure;
import dev.astrocat.thumbs.measure.StretchStrategy;
import dev.astrocat.thumbs.measure.ToneCurve;
import dev.astrocat.thumbs.measure.Transfer;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * As the file itself wants to be shown, whatever linking is asked for: by XISF's DisplayFunction,
 * or straight between the black and white points of FITS. Without either, straight over the nominal
 * range, as the specification wants it.
 *
 * <pre>{@code
 * c = clip((x - s) / (h - s))      y = (mtf(c; m) - l) / (r - l)
 * }</pre>
 *
 * Source: XISF 1.0 specification, section 8.5.6. Checked value: s 0.1, h 0.9, m 0.25, l -0.5, r 1.5
 * make 0.3 a half: c = 0.25, mtf = 0.5, y = 0.5.
 */
public final class StoredCurveStretch implements StretchStrategy {

  @Override
  public String id() {
    return "stored";
  }

  @Override
  public Stretch measure(Statistics statistics, Linking linking) {
    return statistics
        .info()
        .storedStretch()
        .map(stored -> stretch(stored, statistics))
        .orElseGet(() -> identity(statistics));
  }

  private Stretch stretch(StoredStretch stored, Statistics statistics) {
    if (stored instanceof StoredStretch.DisplayFunction function) {
      return displayFunction(function, statistics);
    }
    StoredStretch.Window window = (StoredStretch.Window) stored;
    Fitted fitted = Fitted.of(ChannelCurve.straight(window.points()));
    return new Stretch(
        id(),
        ToneCurve.linked(fitted.curve()),
        fitted.figures(),
        List.of(new Decision("stored", window.keywords(), "the header gives black and white")));
  }

  private Stretch displayFunction(StoredStretch.DisplayFunction function, Statistics statistics) {
    boolean single = statistics.info().channels() == 1;
    List<StoredStretch.Channel> channels =
        single ? function.channels().subList(0, 1) : function.channels();
    ToneCurve curve =
        new ToneCurve(channels.stream().map(channel -> curve(channel, statistics)).toList());
    return new Stretch(
        id(),
        curve,
        List.of(
            Figure.of("min", curve.channel(0).range().low()),
            Figure.of("max", curve.channel(0).range().high()),
            figure("c0", channels, StoredStretch.Channel::shadows),
            figure("m", channels, StoredStretch.Channel::midtones),
            figure("h", channels, StoredStretch.Channel::highlights),
            figure("l", channels, StoredStretch.Channel::low),
            figure("r", channels, StoredStretch.Channel::high)),
        List.of(new Decision("stored", "display function", "the file holds one")));
  }

  private static ChannelCurve curve(StoredStretch.Channel channel, Statistics statistics) {
    // Equal points are a step at that value: what lies above is white.
    double highlights = Math.max(channel.highlights(), Math.nextUp(channel.shadows()));
    return new ChannelCurve(
        statistics.info().representableRange(),
        channel.shadows(),
        highlights,
        new Transfer.Display(channel.midtones(), channel.low(), channel.high()));
  }

  private static Figure figure(
      String name,
      List<StoredStretch.Channel> channels,
      ToDoubleFunction<StoredStretch.Channel> number) {
    return new Figure(name, channels.stream().map(number::applyAsDouble).toList());
  }

  private Stretch identity(Statistics statistics) {
    NominalRange nominal = NominalRange.of(statistics);
    Fitted fitted = Fitted.of(ChannelCurve.straight(nominal.range()));
    String reason = "the file does not say how to show it: straight over its range";
    return new Stretch(
        id(),
        ToneCurve.linked(fitted.curve()),
        fitted.figures(),
        List.of(new Decision("stored", "none", reason)));
  }
}
