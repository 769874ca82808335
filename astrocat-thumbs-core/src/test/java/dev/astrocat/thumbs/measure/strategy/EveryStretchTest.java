package dev.astrocat.thumbs.measure.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.Linking;
import dev.astrocat.thumbs.StretchChoice;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.PixelNature;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.SampleType;
import dev.astrocat.thumbs.measure.Statistics;
import dev.astrocat.thumbs.measure.Stretch;
import dev.astrocat.thumbs.measure.StretchStrategy;
import dev.astrocat.thumbs.testing.TestSamples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every strategy that is found must cope with every image, linked or not. */
final class EveryStretchTest {

  private static final int SAMPLES = 120;

  /**
   * Those that follow the data, and so show something wherever there is something to see. The
   * documented process does not: it is all white where the median is the maximum.
   */
  private static final Set<String> ADAPTIVE =
      Set.of("asinh", "minmax", "pixinsight", "pixinsight-boosted", "zscale");

  private static final List<StretchStrategy> STRATEGIES =
      Stream.concat(
              Strategies.all().stream(),
              Stream.of(new GivenLevels(new StretchChoice.Levels(0.1, 0.2, 0.9))))
          .toList();

  @Test
  void curvesRiseAndFiguresAreFinite() {
    cases()
        .forEach(
            image -> {
              for (StretchStrategy strategy : STRATEGIES) {
                for (Linking linking : Linking.values()) {
                  check(strategy, linking, image);
                }
              }
            });
  }

  private static void check(StretchStrategy strategy, Linking linking, Case image) {
    Stretch stretch;
    try {
      stretch = strategy.measure(image.statistics(), linking);
    } catch (DecodeException e) {
      assertThat(e.code()).isEqualTo(ErrorCode.NO_VALID_PIXELS);
      assertThat(image.rising()).isEmpty();
      return;
    }
    assertThat(stretch.figures())
        .allSatisfy(f -> assertThat(f.values()).allMatch(v -> Double.isFinite(v)));
    for (int c = 0; c < image.statistics().info().channels(); c++) {
      int[] levels =
          Arrays.stream(image.rising()).mapToInt(stretch.curve().channel(c)::level).toArray();
      assertThat(levels).as(strategy.id()).isSorted();
      assertThat(Arrays.stream(levels).allMatch(level -> level >= 0 && level <= 255)).isTrue();
    }
  }

  @Test
  void whatShowsAnythingShowsTheBrightestBrighter() {
    cases()
        .filter(image -> image.statistics().info().channels() == 1 && image.hasContrast())
        .forEach(
            image ->
                STRATEGIES.stream()
                    .filter(strategy -> ADAPTIVE.contains(strategy.id()))
                    .forEach(strategy -> checkContrast(strategy, image)));
  }

  private static void checkContrast(StretchStrategy strategy, Case image) {
    Stretch stretch = strategy.measure(image.statistics(), Linking.LINKED);
    double min = image.rising()[0];
    double max = image.rising()[image.rising().length - 1];
    assertThat(stretch.curve().channel(0).level(max))
        .as("%s of %s to %s", strategy.id(), min, max)
        .isGreaterThan(stretch.curve().channel(0).level(min));
  }

  /**
   * An image that all strategies share, since counting is what takes long.
   *
   * @param rising the finite samples of its first channel
   */
  private record Case(Statistics statistics, double[] rising) {

    static Case of(PixelSource image, double[] samples) {
      return new Case(
          StretchFigures.of(image),
          Arrays.stream(samples).filter(Double::isFinite).sorted().toArray());
    }

    boolean hasContrast() {
      return rising.length > 0 && rising[0] < rising[rising.length - 1];
    }
  }

  /** One after another, since their statistics take some megabytes each. */
  private static Stream<Case> cases() {
    return Stream.concat(
        images().stream().flatMap(EveryStretchTest::floats),
        Arrays.stream(SampleType.values())
            .filter(type -> !type.isFloat())
            .flatMap(type -> integers(type).stream().flatMap(bits -> ofType(type, bits))));
  }

  private static Stream<Case> floats(double[] samples) {
    ImageInfo mono = ImageInfo.of(SAMPLES, 1, 1, SampleType.F64).withNature(PixelNature.LINEAR);
    double[] other = Arrays.stream(samples).map(v -> v / 3).toArray();
    return Stream.of(
        Case.of(PixelSource.of(mono, new double[][] {samples}), samples),
        Case.of(
            PixelSource.of(
                mono.withShape(SAMPLES, 1, 3, SampleType.F64),
                new double[][] {samples, other, samples}),
            samples));
  }

  private static Stream<Case> ofType(SampleType type, long[] bits) {
    Object plane = TestSamples.ofBits(type, bits);
    double[] values =
        IntStream.range(0, bits.length)
            .mapToDouble(i -> TestSamples.stored(type, plane, i))
            .toArray();
    ImageInfo mono = ImageInfo.of(bits.length, 1, 1, type);
    ImageInfo colour = mono.withShape(bits.length, 1, 3, type);
    return Stream.of(
        Case.of(TestSamples.image(mono, plane), values),
        Case.of(TestSamples.image(colour, plane, plane, plane), values));
  }

  private static List<double[]> images() {
    List<double[]> images = new ArrayList<>();
    for (double value : new double[] {0, 0.25, 1, 7, -7, 1e300, -1e300, Double.MIN_VALUE}) {
      images.add(filled(value)); // constant
    }
    images.add(filled(Double.NaN));
    images.add(filled(Double.POSITIVE_INFINITY));
    images.add(with(filled(Double.NaN), 5, 0.5)); // one valid pixel
    images.add(with(filled(Double.NaN), 5, -4e5));
    for (double middle : new double[] {0.01, 0.6, 0.97, -0.2, 0, 900, -900, 70000, 5e9}) {
      images.add(noise(middle, 0.01)); // median above 0.5, around 0, below it
      images.add(noise(middle, 50));
    }
    images.add(noise(0, 1e307));
    images.add(noise(1e307, 1e306));
    images.add(noise(-1e307, 1e306));
    images.add(noise(1e-310, 1e-311)); // denormal
    images.add(noise(0, 20 * Double.MIN_VALUE));
    images.add(with(filled(0.1), 7, 0.9)); // MAD = 0
    images.add(with(filled(0), 7, 3));
    images.add(with(filled(1), 7, 0));
    images.add(with(filled(-1e308), 7, 1e308));
    return images;
  }

  private static List<long[]> integers(SampleType type) {
    Random random = new Random(type.ordinal());
    long[] any = random.longs(SAMPLES).toArray();
    long[] sky = random.longs(SAMPLES, 100, 120).toArray();
    long[] faint = random.longs(SAMPLES, 0, 3).toArray();
    long[] constant = new long[SAMPLES];
    Arrays.fill(constant, 1);
    long[] extremes = {0, -1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << (type.bytes() * 8 - 1)};
    return List.of(any, sky, faint, constant, extremes);
  }

  private static double[] filled(double value) {
    double[] samples = new double[SAMPLES];
    Arrays.fill(samples, value);
    return samples;
  }

  private static double[] with(double[] samples, int at, double value) {
    samples[at] = value;
    return samples;
  }

  private static double[] noise(double middle, double sigma) {
    return new Random(17).doubles(SAMPLES, -2, 2).map(v -> middle + sigma * v).toArray();
  }
}
