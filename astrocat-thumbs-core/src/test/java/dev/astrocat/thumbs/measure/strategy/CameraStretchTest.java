package dev.astrocat.thumbs.measure.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.astrocat.thumbs.Linking;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.SampleType;
import dev.astrocat.thumbs.measure.ChannelCurve;
import dev.astrocat.thumbs.measure.Stretch;
import dev.astrocat.thumbs.measure.Transfer;
import dev.astrocat.thumbs.measure.exact.ExactStatistics;
import dev.astrocat.thumbs.testing.TestSamples;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The brightness and tone curve of LibRaw's default output. */
final class CameraStretchTest {

  // g = [0.45, 4.5, 0, 0, 0]; b = [0, 1]
  // for i in range(48):
  //   g[2] = sum(b) / 2; b[((g[2] / g[1]) ** -g[0] - 1) / g[0] - 1 / g[2] > -1] = g[2]
  // g[3] = g[2] / g[1]; g[4] = g[2] * (1 / g[0] - 1)                 # dcraw's gamma_curve
  // x = (np.arange(1000) ** 2 / 16).astype(int); planes = [x, x // 2, x // 3]
  // white = max(np.quantile(p, 0.99) for p in planes)
  // r = v / white; y = r * g[1] if r < g[3] else r ** g[0] * (1 + g[4]) - g[4]
  // int(65536 * y) >> 8 if r < 1 else 255
  private static final int[] VALUES = {
    0, 100, 500, 1100, 1200, 5000, 20000, 40000, 61000, 61125, 65535
  };
  private static final int[] LEVELS = {0, 1, 9, 20, 22, 65, 144, 207, 255, 255, 255};
  private static final double WHITE = 61133.24;

  @Test
  void levelsAreThoseOfDcraw() {
    Stretch stretch = measured(Linking.AUTO, squares(1), squares(2), squares(3));
    assertThat(figure(stretch, "white")).singleElement().satisfies(CameraStretchTest::isWhite);
    assertThat(figure(stretch, "min")).containsExactly(0.0);
    assertThat(figure(stretch, "max")).containsExactly(62375.0);
    assertThat(stretch.curve().channels()).hasSize(1);
    ChannelCurve curve = stretch.curve().channel(2);
    for (int i = 0; i < VALUES.length; i++) {
      assertThat(curve.level(VALUES[i])).as("level of %d", VALUES[i]).isEqualTo(LEVELS[i]);
    }
  }

  private static void isWhite(double white) {
    assertThat(white).isEqualTo(WHITE, within(1e-9));
  }

  @Test
  void unlinkedChannelsHaveAWhiteEach() {
    Stretch stretch = measured(Linking.UNLINKED, squares(1), squares(2), squares(3));
    assertThat(stretch.curve().channels()).hasSize(3);
    assertThat(figure(stretch, "white").get(0)).isEqualTo(WHITE, within(1e-9));
    assertThat(figure(stretch, "white").get(1)).isLessThan(31000);
  }

  @Test
  void theToeAndTheCurveMeet() {
    Transfer curve = new Transfer.Bt709();
    double toe = 0.018053968510807452;
    assertThat(curve.apply(Math.nextDown(toe))).isEqualTo(0.08124285829863354, within(1e-15));
    assertThat(curve.apply(toe)).isEqualTo(0.08124285829863354, within(1e-9));
    assertThat(curve.apply(0)).isZero();
    assertThat(curve.apply(1)).isEqualTo(1, within(1e-15));
    assertThat(curve.levels()).isEqualTo(256);
  }

  @Test
  void almostDarkFramesStayDark() {
    short[] samples = new short[1000];
    samples[0] = 3; // of 65,535
    ChannelCurve curve = measured(Linking.AUTO, samples).curve().channel(0);
    // white = 65535 * 32 / 8192 = 255.996; r = 3 / white; int(r * 4.5 * 256)
    assertThat(curve.level(3)).isEqualTo(13);
  }

  @Test
  void onePixelAndZerosGiveFiniteNumbers() {
    for (short[] samples : new short[][] {{0}, {1234}, new short[100], {0, -1}}) {
      Stretch stretch = measured(Linking.AUTO, samples);
      assertThat(stretch.figures())
          .allSatisfy(figure -> assertThat(figure.values()).allMatch(Double::isFinite));
      assertThat(stretch.curve().channel(0).level(0)).isZero();
    }
  }

  private static short[] squares(int divisor) {
    short[] samples = new short[1000];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) (i * i / 16 / divisor);
    }
    return samples;
  }

  private static Stretch measured(Linking linking, short[]... planes) {
    ImageInfo info = ImageInfo.of(planes[0].length, 1, planes.length, SampleType.U16);
    return new CameraStretch()
        .measure(new ExactStatistics(TestSamples.walk(PixelSource.of(info, planes))), linking);
  }

  private static List<Double> figure(Stretch stretch, String name) {
    return stretch.figures().stream()
        .filter(f -> f.name().equals(name))
        .findFirst()
        .orElseThrow()
        .values();
  }
}
