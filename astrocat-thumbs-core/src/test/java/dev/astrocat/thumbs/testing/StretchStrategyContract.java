package dev.astrocat.thumbs.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.Linking;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.PixelNature;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.SampleType;
import dev.astrocat.thumbs.measure.Statistics;
import dev.astrocat.thumbs.measure.Stretch;
import dev.astrocat.thumbs.measure.StretchStrategy;
import dev.astrocat.thumbs.measure.exact.ExactStatistics;
import java.util.Arrays;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every stretch must do; extend it and give yours. */
public abstract class StretchStrategyContract {

  private static final int SAMPLES = 300;

  /** The strategy under test. */
  protected abstract StretchStrategy strategy();

  /** Names of the stretches that it gives; those of others for one that chooses among them. */
  protected Set<String> names() {
    return Set.of(strategy().id());
  }

  @Test
  void isFoundByTheServiceLoader() {
    assertThat(ServiceLoader.load(StretchStrategy.class))
        .anyMatch(found -> found.getClass() == strategy().getClass());
  }

  @Test
  void theStretchBearsItsName() {
    assertThat(strategy().id()).matches("[a-z0-9][a-z0-9-]*");
    assertThat(measured(Linking.LINKED, noise(0.1, 0.01)).name()).isIn(names());
  }

  @ParameterizedTest
  @EnumSource(Linking.class)
  void equalImagesGiveEqualStretches(Linking linking) {
    double[][] planes = {noise(0.1, 0.01), noise(0.2, 0.01), noise(0.1, 0.02)};
    assertThat(measured(linking, planes)).isEqualTo(measured(linking, planes));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.6, -900, 1e300})
  void curvesRiseAndFiguresAreFinite(double middle) {
    for (Linking linking : Linking.values()) {
      check(linking, noise(middle, 0));
      check(linking, noise(middle, 0.01));
      check(linking, noise(middle, 50));
      check(linking, noise(middle, 0.01), noise(middle / 3, 0.01), noise(middle, 1));
      check(linking, mostlyMissing(middle));
    }
  }

  private void check(Linking linking, double[]... planes) {
    Stretch stretch = measured(linking, planes);
    assertThat(stretch.figures())
        .allSatisfy(figure -> assertThat(figure.values()).allMatch(v -> Double.isFinite(v)));
    for (int c = 0; c < planes.length; c++) {
      int channel = c;
      int[] levels =
          Arrays.stream(planes[c])
              .filter(Double::isFinite)
              .sorted()
              .mapToInt(v -> stretch.curve().channel(channel).level(v))
              .toArray();
      assertThat(levels).isSorted();
      assertThat(Arrays.stream(levels)).allMatch(level -> level >= 0 && level <= 255);
    }
  }

  @Test
  void anImageWithoutAnyNumberHasNoOtherFailure() {
    double[] nothing = new double[SAMPLES];
    Arrays.fill(nothing, Double.NaN);
    try {
      assertThat(measured(Linking.LINKED, nothing).figures())
          .allSatisfy(figure -> assertThat(figure.values()).allMatch(v -> Double.isFinite(v)));
    } catch (DecodeException e) {
      assertThat(e.code()).isEqualTo(ErrorCode.NO_VALID_PIXELS);
    }
  }

  private Stretch measured(Linking linking, double[]... planes) {
    ImageInfo info =
        ImageInfo.of(SAMPLES, 1, planes.length, SampleType.F64).withNature(PixelNature.LINEAR);
    Statistics statistics = new ExactStatistics(TestSamples.walk(PixelSource.of(info, planes)));
    return strategy().measure(statistics, linking);
  }

  private static double[] noise(double middle, double sigma) {
    return new Random(17).doubles(SAMPLES, -2, 2).map(v -> middle + sigma * v).toArray();
  }

  private static double[] mostlyMissing(double value) {
    double[] samples = new double[SAMPLES];
    Arrays.fill(samples, Double.NaN);
    samples[5] = value;
    samples[6] = Double.POSITIVE_INFINITY;
    return samples;
  }
}
