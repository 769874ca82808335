package dev.astrocat.thumbs.measure.strategy;

import dev.astrocat.thumbs.Decision;
import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.Linking;
import dev.astrocat.thumbs.measure.Statistics;
import dev.astrocat.thumbs.measure.Stretch;
import dev.astrocat.thumbs.measure.Stretch.Figure;
import dev.astrocat.thumbs.measure.ToneCurve;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Makes a stretch of one curve for all channels, or of one for each. One use. */
final class LinkedChannels {

  private final String id;
  private final Statistics statistics;
  private final CurveFit fit;
  private final List<Decision> decisions;

  private LinkedChannels(String id, Statistics statistics, CurveFit fit, List<Decision> decisions) {
    this.id = id;
    this.statistics = statistics;
    this.fit = fit;
    this.decisions = new ArrayList<>(decisions);
  }

  /** The stretch of a strategy that has made decisions already. */
  static Stretch stretch(
      String id, Statistics statistics, Linking linking, CurveFit fit, List<Decision> decisions) {
    return new LinkedChannels(id, statistics, fit, decisions).stretch(linking);
  }

  /** The stretch of a strategy that had nothing to decide. */
  static Stretch stretch(String id, Statistics statistics, Linking linking, CurveFit fit) {
    return stretch(id, statistics, linking, fit, List.of());
  }

  private Stretch stretch(Linking linking) {
    Fitted linked = fit.linked();
    if (statistics.info().channels() == 1 || linking == Linking.LINKED) {
      return linked(linked);
    }
    if (linking == Linking.UNLINKED) {
      return unlinked(linked);
    }
    SkyColour colour = SkyColour.under(linked.curve(), statistics);
    decisions.add(colour.decision());
    return colour.linking() == Linking.LINKED ? linked(linked) : unlinked(linked);
  }

  private Stretch linked(Fitted linked) {
    return new Stretch(id, ToneCurve.linked(linked.curve()), linked.figures(), decisions);
  }

  /** A channel without data is black under every curve, and takes the common one. */
  private Stretch unlinked(Fitted linked) {
    List<Fitted> fits =
        IntStream.range(0, statistics.info().channels())
            .mapToObj(c -> hasData(statistics, c) ? fit.channel(c) : linked)
            .toList();
    ToneCurve curve = new ToneCurve(fits.stream().map(Fitted::curve).toList());
    return new Stretch(id, curve, figures(fits), decisions);
  }

  private static List<Figure> figures(List<Fitted> fits) {
    List<Figure> first = fits.get(0).figures();
    return IntStream.range(0, first.size())
        .mapToObj(
            i ->
                new Figure(
                    first.get(i).name(),
                    IntStream.range(0, fits.size())
                        .mapToObj(c -> value(fits.get(c).figures().get(i), c))
                        .toList()))
        .toList();
  }

  private static double value(Figure figure, int channel) {
    return figure.values().get(figure.values().size() == 1 ? 0 : channel);
  }

  /** Whether a channel has any finite sample. */
  static boolean hasData(Statistics statistics, int channel) {
    try {
      return statistics.channel(channel).count() > 0;
    } catch (DecodeException e) {
      if (e.code() == ErrorCode.NO_VALID_PIXELS) {
        return false;
      }
      throw e;
    }
  }
}
