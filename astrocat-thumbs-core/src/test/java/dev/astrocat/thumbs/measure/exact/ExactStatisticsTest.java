package dev.astrocat.thumbs.measure.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.bands.Crew;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.Range;
import dev.astrocat.thumbs.decode.SampleType;
import dev.astrocat.thumbs.decode.Scaling;
import dev.astrocat.thumbs.measure.Distribution;
import dev.astrocat.thumbs.testing.TestSamples;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every figure must be the very double that sorting all values gives. */
final class ExactStatisticsTest {

  private static final double[] PROBABILITIES = {0, 0.01, 0.25, 0.5, 0.9, 0.99, 1};

  private static final Scaling[] SCALINGS = {
    Scaling.IDENTITY,
    new Scaling(1, 32768),
    new Scaling(-1, 0),
    new Scaling(-0.37, 1000.1),
    new Scaling(1e308, 0),
    new Scaling(-1e308, 1e308),
    new Scaling(1e-300, -1e-290),
    new Scaling(0, 7)
  };

  @ParameterizedTest
  @EnumSource(SampleType.class)
  void randomSamplesOfEveryTypeAndScaling(SampleType type) {
    Random random = new Random(type.ordinal());
    for (int trial = 0; trial < 96; trial++) {
      Spread spread = Spread.values()[trial % Spread.values().length];
      int width = 1 + random.nextInt(trial % 4 == 0 ? 5 : 60);
      int height = 1 + random.nextInt(trial % 8 == 0 ? 2 : 50);
      ImageInfo info =
          ImageInfo.of(width, height, 1, type)
              .withScaling(SCALINGS[random.nextInt(SCALINGS.length)])
              .withBlank(random.nextInt(3) == 0 ? OptionalLong.of(17) : OptionalLong.empty());
      Object plane = spread.plane(random, type, width * height);
      String name = type + " " + spread + " " + info.scaling() + " trial " + trial;
      compare(name, info, Crew.SOLO, plane);
    }
  }

  @ParameterizedTest
  @EnumSource(SampleType.class)
  void oneToFiveSamples(SampleType type) {
    Random random = new Random(50 + type.ordinal());
    for (int trial = 0; trial < 60; trial++) {
      int samples = 1 + trial % 5;
      Spread spread = Spread.values()[random.nextInt(Spread.values().length)];
      ImageInfo info = ImageInfo.of(samples, 1, 1, type);
      compare(type + " " + spread, info, Crew.SOLO, spread.plane(random, type, samples));
    }
  }

  @ParameterizedTest
  @EnumSource(SampleType.class)
  void channelsTogetherAndEachAlone(SampleType type) {
    Random random = new Random(100 + type.ordinal());
    for (int trial = 0; trial < 20; trial++) {
      ImageInfo info = ImageInfo.of(41, 37, 3, type).withScaling(SCALINGS[trial % 4]);
      Object[] planes = new Object[3];
      for (int c = 0; c < 3; c++) {
        planes[c] = Spread.values()[(trial + c) % 4].plane(random, type, 41 * 37);
      }
      compare(type + " trial " + trial, info, Crew.SOLO, planes);
    }
  }

  @ParameterizedTest
  @EnumSource(SampleType.class)
  void severalThreadsCountTheSame(SampleType type) {
    ExecutorService pool = Executors.newFixedThreadPool(3);
    try {
      Random random = new Random(150 + type.ordinal());
      int width = 600;
      int height = 700;
      ImageInfo info = ImageInfo.of(width, height, 1, type);
      Object plane = Spread.SKY.plane(random, type, width * height);
      compare(type + " by four", info, new Crew(pool, 4), plane);
    } finally {
      pool.shutdownNow();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = SampleType.class,
      names = {"U32", "S64", "U64", "F32", "F64"})
  void noDistributionTakesManyPasses(SampleType type) {
    Random random = new Random(200 + type.ordinal());
    int width = 400;
    int height = 300;
    ImageInfo info = ImageInfo.of(width, height, 1, type);
    for (Spread spread : Spread.values()) {
      Object plane = spread.plane(random, type, width * height);
      CountingSource source = new CountingSource(TestSamples.image(info, plane));
      Distribution exact = new ExactStatistics(TestSamples.walk(source)).joint();
      exact.centre(exact.extent());
      exact.quantiles(PROBABILITIES);
      assertThat(source.rowsRead())
          .as("%s %s", type, spread)
          .isLessThanOrEqualTo(64 + 14L * height);
    }
  }

  @ParameterizedTest
  @MethodSource("emptyImages")
  void withoutAFiniteSampleThereIsNoDistribution(ImageInfo info, Object plane) {
    ExactStatistics statistics =
        new ExactStatistics(TestSamples.walk(TestSamples.image(info, plane)));
    assertThatExceptionOfType(DecodeException.class)
        .isThrownBy(statistics::joint)
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.NO_VALID_PIXELS));
  }

  static Object[][] emptyImages() {
    float nan = Float.NaN;
    float infinity = Float.POSITIVE_INFINITY;
    double[] doubles = {Double.NaN, Double.NEGATIVE_INFINITY};
    ImageInfo shorts = ImageInfo.of(2, 1, 1, SampleType.S16);
    return new Object[][] {
      {ImageInfo.of(2, 2, 1, SampleType.F32), new float[] {nan, infinity, -infinity, nan}},
      {ImageInfo.of(2, 1, 1, SampleType.F64), doubles},
      {shorts.withBlank(OptionalLong.of(-5)), new short[] {-5, -5}},
      {shorts.withScaling(new Scaling(Double.NaN, 0)), new short[] {1, 2}},
      {shorts.withScaling(new Scaling(1, Double.POSITIVE_INFINITY)), new short[] {1, 2}},
      {shorts.withScaling(new Scaling(Double.POSITIVE_INFINITY, 0)), new short[] {1, 2}},
      {ImageInfo.of(1, 1, 1, SampleType.U8).withBlank(OptionalLong.of(0)), new byte[1]},
      {ImageInfo.of(1, 1, 1, SampleType.U64).withBlank(OptionalLong.of(-1)), new long[] {-1}},
    };
  }

  @Test
  void fitsUnsignedShortsKeepTheirOrder() {
    ImageInfo info = ImageInfo.of(4, 1, 1, SampleType.S16).withScaling(new Scaling(1, 32768));
    short[] stored = {-32768, 32767, 0, -1};
    Distribution exact = joint(info, stored);
    assertThat(exact.extent()).isEqualTo(new Range(0, 65535));
    // numpy: d = np.array([0, 32767, 32768, 65535]) / 65535; m = np.median(d)
    //        m, np.median(abs(d - m)), np.percentile(d * 65535, 1) -> 0.5, 0.25000..., 983.01
    Distribution.Centre centre = exact.centre(exact.extent());
    assertThat(centre.median()).isEqualTo(0.5);
    assertThat(centre.mad()).isEqualTo(0.25000381475547416);
    assertThat(exact.quantiles(0.01)).containsExactly(983.01);
  }

  private static Distribution joint(ImageInfo info, Object plane) {
    return new ExactStatistics(TestSamples.walk(TestSamples.image(info, plane))).joint();
  }

  private static void compare(String name, ImageInfo info, Crew crew, Object... planes) {
    ExactStatistics statistics =
        new ExactStatistics(TestSamples.walk(TestSamples.image(info, planes), crew));
    compare(name, NaiveDistribution.of(info, planes), statistics::joint);
    for (int c = 0; planes.length > 1 && c < planes.length; c++) {
      int channel = c;
      compare(
          name + " channel " + c,
          NaiveDistribution.of(info, planes[c]),
          () -> statistics.channel(channel));
    }
  }

  private static void compare(
      String name, NaiveDistribution naive, java.util.function.Supplier<Distribution> measured) {
    if (naive.count() == 0) {
      assertThatExceptionOfType(DecodeException.class).as(name).isThrownBy(measured::get);
      return;
    }
    Distribution exact = measured.get();
    assertThat(exact.count()).as(name).isEqualTo(naive.count());
    assertThat(exact.extent()).as(name).isEqualTo(naive.extent());
    assertThat(exact.quantiles(PROBABILITIES))
        .as(name)
        .satisfies(values -> assertThat(Arrays.stream(values).allMatch(Double::isFinite)).isTrue())
        .containsExactly(naive.quantiles(PROBABILITIES));
    for (int most : new int[] {1, 7, 1000}) {
      assertThat(exact.sample(most)).as("%s, %s", name, most).containsExactly(naive.sample(most));
    }
    if (naive.extent().low() < naive.extent().high()) {
      Range range = naive.extent();
      assertThat(exact.centre(range)).as(name).isEqualTo(naive.centre(range));
      Range wide = new Range(range.low() / 2 - 1, range.high() / 2 + 1);
      assertThat(exact.centre(wide)).as(name).isEqualTo(naive.centre(wide));
    } else {
      assertThat(exact.centre(exact.extent())).isEqualTo(new Distribution.Centre(0, 0, 0));
    }
  }
}
