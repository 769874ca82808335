package dev.astrocat.thumbs.measure.strategy;

import dev.astrocat.thumbs.decode.Range;
import dev.astrocat.thumbs.measure.ChannelCurve;
import dev.astrocat.thumbs.measure.Distribution;
import dev.astrocat.thumbs.measure.Statistics;
import dev.astrocat.thumbs.measure.Stretch.Figure;
import dev.astrocat.thumbs.measure.Transfer;
import dev.astrocat.thumbs.measure.strategy.AdaptivePoints.Branch;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Fits the adaptive display function to channels. One image, one thread at a time.
 *
 * <p>Two cases that the specification leaves open: a constant image is black; and where half of the
 * image or more lies at black, so that the midtones would be 0 and all else white, the first of a
 * few higher quantiles that does not stands for the median.
 */
final class AdaptiveFit implements CurveFit {

  private static final double[] HIGHER = {0.75, 0.9, 0.97, 0.99, 0.999, 1};

  /** The figures of a channel without data, which has no say in the common points. */
  private static final Distribution.Centre NOTHING = new Distribution.Centre(0, 0, 0);

  private final Statistics statistics;
  private final Range range;
  private final double clipping;
  private final double background;

  AdaptiveFit(Statistics statistics, Range range, double clipping, double background) {
    this.statistics = statistics;
    this.range = range;
    this.clipping = clipping;
    this.background = background;
  }

  @Override
  public Fitted linked() {
    if (isConstant(statistics.joint())) {
      return black(statistics.joint());
    }
    List<Optional<Distribution>> channels =
        IntStream.range(0, statistics.info().channels()).mapToObj(this::withData).toList();
    List<Distribution.Centre> centres =
        channels.stream().map(c -> c.map(values -> values.centre(range)).orElse(NOTHING)).toList();
    double mean =
        IntStream.range(0, centres.size())
            .filter(i -> channels.get(i).isPresent())
            .mapToDouble(i -> centres.get(i).median())
            .average()
            .orElseThrow();
    List<AdaptivePoints> points =
        IntStream.range(0, centres.size())
            .filter(i -> channels.get(i).isPresent())
            .mapToObj(i -> points(channels.get(i).orElseThrow(), centres.get(i), branch(mean)))
            .toList();
    return fitted(AdaptivePoints.mean(points), centres);
  }

  private Optional<Distribution> withData(int channel) {
    return LinkedChannels.hasData(statistics, channel)
        ? Optional.of(statistics.channel(channel))
        : Optional.empty();
  }

  @Override
  public Fitted channel(int channel) {
    Distribution values = statistics.channel(channel);
    if (isConstant(values)) {
      return black(values);
    }
    Distribution.Centre centre = values.centre(range);
    return fitted(points(values, centre, branch(centre.median())), List.of(centre));
  }

  private static Branch branch(double median) {
    return median > 0.5 ? Branch.BRIGHT : Branch.DARK;
  }

  private AdaptivePoints points(Distribution values, Distribution.Centre centre, Branch branch) {
    double deviation = AdaptivePoints.MADN * centre.mad();
    AdaptivePoints points =
        AdaptivePoints.of(centre.median(), deviation, branch, clipping, background);
    return points.midtones() > 0
        ? points
        : new AdaptivePoints(points.shadows(), 1, midtonesByHigherQuantile(values, points));
  }

  private double midtonesByHigherQuantile(Distribution values, AdaptivePoints points) {
    for (double value : values.quantiles(HIGHER)) {
      double m = Transfer.Display.mtf(range.normalise(value) - points.shadows(), background);
      if (m > 0) {
        return m;
      }
    }
    return 0.5; // all at black, or below
  }

  private static boolean isConstant(Distribution values) {
    return values.extent().low() == values.extent().high();
  }

  /** With the figures that the other fits have. */
  private static Fitted black(Distribution values) {
    Range extent = values.extent();
    return new Fitted(
        ChannelCurve.straight(extent),
        figures(extent, new AdaptivePoints(0, 1, 0.5), List.of(values.centre(extent))));
  }

  private Fitted fitted(AdaptivePoints points, List<Distribution.Centre> centres) {
    double shadows = points.shadows();
    // Equal points are a step at that value (section 8.5.6): what lies above is white.
    double highlights = Math.max(points.highlights(), Math.nextUp(shadows));
    ChannelCurve curve =
        new ChannelCurve(range, shadows, highlights, Transfer.Display.of(points.midtones()));
    return new Fitted(curve, figures(range, points, centres));
  }

  private static List<Figure> figures(
      Range range, AdaptivePoints points, List<Distribution.Centre> centres) {
    return List.of(
        Figure.of("min", range.low()),
        Figure.of("max", range.high()),
        figure("median", centres, Distribution.Centre::median),
        figure("mad", centres, Distribution.Centre::mad),
        Figure.of("c0", points.shadows()),
        Figure.of("m", points.midtones()),
        Figure.of("h", points.highlights()));
  }

  private static Figure figure(
      String name,
      List<Distribution.Centre> centres,
      ToDoubleFunction<Distribution.Centre> number) {
    return new Figure(name, centres.stream().map(number::applyAsDouble).toList());
  }
}
