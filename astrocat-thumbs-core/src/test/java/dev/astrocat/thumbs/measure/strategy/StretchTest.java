package dev.astrocat.thumbs.measure.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.Linking;
import dev.astrocat.thumbs.StretchChoice;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.SampleType;
import dev.astrocat.thumbs.decode.Scaling;
import dev.astrocat.thumbs.measure.ChannelCurve;
import dev.astrocat.thumbs.measure.Statistics;
import dev.astrocat.thumbs.measure.Stretch;
import dev.astrocat.thumbs.measure.StretchStrategy;
import dev.astrocat.thumbs.measure.exact.ExactStatistics;
import dev.astrocat.thumbs.testing.TestSamples;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class StretchTest {

  @ParameterizedTest
  @MethodSource("all")
  void aConstantImageIsBlackOrAsItIs(StretchStrategy strategy) {
    Stretch stretch = strategy.measure(statistics(new float[] {7, 7, 7, 7}), Linking.LINKED);
    assertFinite(stretch);
    if (!strategy.id().equals("none")) {
      assertThat(stretch.curve().channel(0).level(7)).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void oneFiniteSampleIsEnough(StretchStrategy strategy) {
    assertFinite(
        strategy.measure(
            statistics(new float[] {Float.NaN, 0.5f, Float.NaN, Float.NaN}), Linking.LINKED));
  }

  @ParameterizedTest
  @MethodSource("all")
  void withoutFiniteSamplesThereIsNoPicture(StretchStrategy strategy) {
    Statistics empty =
        statistics(new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NaN, -0f / 0f});
    if (strategy.id().equals("none")) {
      assertFinite(strategy.measure(empty, Linking.LINKED)); // reads no sample
      return;
    }
    assertThatExceptionOfType(DecodeException.class)
        .isThrownBy(() -> strategy.measure(empty, Linking.LINKED))
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.NO_VALID_PIXELS));
  }

  @ParameterizedTest
  @MethodSource("all")
  void hugeNumbersGiveFiniteFigures(StretchStrategy strategy) {
    double[] samples = {-1.7e308, 1.7e308, 1e308, 0, -1e308, 1.7e308, 1.6e308, -1.7e308, 3};
    ImageInfo info = ImageInfo.of(3, 3, 1, SampleType.F64);
    Stretch stretch =
        strategy.measure(
            new ExactStatistics(TestSamples.walk(PixelSource.of(info, new double[][] {samples}))),
            Linking.LINKED);
    assertFinite(stretch);
    for (double sample : samples) {
      assertThat(stretch.curve().channel(0).level(sample)).isBetween(0, 255);
    }
  }

  @Test
  void percentilesAreThoseOfNumPy() {
    // numpy: np.percentile(np.arange(16, dtype=float) ** 2, [1, 99]) -> 0.15, 220.64999999999998
    float[] squares = new float[16];
    for (int i = 0; i < squares.length; i++) {
      squares[i] = i * i;
    }
    Stretch stretch = new PercentileStretch().measure(statistics(squares), Linking.LINKED);
    assertThat(StretchFigures.one(stretch, "min")).isEqualTo(0.15);
    assertThat(StretchFigures.one(stretch, "max")).isEqualTo(220.64999999999998);
  }

  @ParameterizedTest
  @CsvSource({"U8, 0, 256", "U16, 0, 65536", "S16, -32768, 32768", "F32, 0, 1"})
  void noStretchTakesTheHighByte(SampleType type, double black, double white) {
    ImageInfo info = ImageInfo.of(1, 1, 1, type);
    Object plane = TestSamples.ofBits(type, 0);
    Stretch stretch =
        new NoStretch()
            .measure(
                new ExactStatistics(TestSamples.walk(TestSamples.image(info, plane))),
                Linking.LINKED);
    ChannelCurve curve = stretch.curve().channel(0);
    assertThat(curve.level(black)).isZero();
    assertThat(curve.level(Math.nextDown(white))).isEqualTo(255);
    assertThat(curve.level((black + white) / 2)).isEqualTo(128);
  }

  @Test
  void noStretchIsFiniteThoughNoSampleIs() {
    ImageInfo info = ImageInfo.of(1, 1, 1, SampleType.U16).withScaling(new Scaling(Double.NaN, 0));
    PixelSource image = PixelSource.of(info, new short[][] {{1}});
    assertFinite(
        new NoStretch().measure(new ExactStatistics(TestSamples.walk(image)), Linking.LINKED));
  }

  static List<StretchStrategy> all() {
    return Stream.concat(
            Strategies.all().stream(),
            Stream.of(new GivenLevels(new StretchChoice.Levels(0.1, 0.2, 0.9))))
        .toList();
  }

  private static Statistics statistics(float[] samples) {
    int width = samples.length / 2;
    ImageInfo info = ImageInfo.of(width, 2, 1, SampleType.F32);
    return new ExactStatistics(TestSamples.walk(PixelSource.of(info, new float[][] {samples})));
  }

  private static void assertFinite(Stretch stretch) {
    assertThat(stretch.figures())
        .allSatisfy(f -> assertThat(f.values()).allMatch(v -> Double.isFinite(v)));
  }
}
