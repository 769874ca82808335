package dev.astrocat.thumbs.measure.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.astrocat.thumbs.Linking;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.SampleType;
import dev.astrocat.thumbs.measure.Statistics;
import dev.astrocat.thumbs.measure.Stretch;
import dev.astrocat.thumbs.testing.TestNoise;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Limits of astropy 5.2.1.
 *
 * <pre>{@code
 * def noise(w, h, c=0):   # TestNoise.at
 *   x, y, m = numpy.arange(w)[None], numpy.arange(h)[:, None], 0xffffffff
 *   n = (x * 0x9E3779B1 & m) ^ (y * 0x85EBCA77 & m) ^ (c * 0xC2B2AE3D & m)
 *   n = ((n ^ n >> 15) * 0x2C1B3C6D) & m
 *   return (n >> 20) + x * 9 + y * 5 & 0xffff
 * z = astropy.visualization.ZScaleInterval().get_limits
 * n = noise(130, 97); z(n)                               # 0, 5479
 * s = n % 97 + 1000.; s[::7, ::11] += n[::7, ::11] * 10
 * z(s)                                                   # 1000.0, 1249.5098477367173
 * s[:, :30] = numpy.nan; s[50] = numpy.inf; z(s)         # 1000.0, 1240.6722289422946
 * rgb = numpy.stack([noise(130, 97, c) for c in range(3)])
 * z(rgb)                                                 # 0, 5421
 * [z(p) for p in rgb]                                    # (0, 5479), (135, 5563), (240, 5549)
 * z(numpy.array([1, 2, 3, 50]))                          # 1, 50
 * }</pre>
 */
final class ZscaleStretchTest {

  private static final int WIDTH = 130;
  private static final int HEIGHT = 97;

  @Test
  void noise() {
    assertLimits(StretchFigures.of(TestNoise.image(SampleType.U16, WIDTH, HEIGHT, 1)), 0, 5479);
  }

  @Test
  void starsAreRejected() {
    assertLimits(stars(x -> x), 1000, 1249.5098477367173);
  }

  @Test
  void onlyFiniteSamplesAreSampled() {
    Statistics holes =
        stars(
            i ->
                i % WIDTH < 30 ? Double.NaN : (int) i / WIDTH == 50 ? Double.POSITIVE_INFINITY : i);
    assertLimits(holes, 1000, 1240.6722289422946);
  }

  @Test
  void linkedChannelsAreOneLongList() {
    assertLimits(StretchFigures.of(TestNoise.image(SampleType.U16, WIDTH, HEIGHT, 3)), 0, 5421);
  }

  @Test
  void unlinkedChannelsHaveTheirOwnLimits() {
    Statistics rgb = StretchFigures.of(TestNoise.image(SampleType.U16, WIDTH, HEIGHT, 3));

    Stretch stretch = new ZscaleStretch().measure(rgb, Linking.UNLINKED);

    assertThat(StretchFigures.all(stretch, "min")).containsExactly(0.0, 135.0, 240.0);
    assertThat(StretchFigures.all(stretch, "max")).containsExactly(5479.0, 5563.0, 5549.0);
  }

  @Test
  void tooFewSamplesGiveTheirExtremes() {
    assertLimits(StretchFigures.of(new float[] {50, 2, 3, 1}), 1, 50);
  }

  @Test
  void starsOnASkyOfOneValueAreSeen() {
    float[] samples = new float[2000];
    samples[0] = 7;

    Stretch stretch = new ZscaleStretch().measure(StretchFigures.of(samples), Linking.LINKED);

    assertThat(stretch.curve().channel(0).level(7)).isEqualTo(255);
    assertThat(stretch.curve().channel(0).level(0)).isZero();
  }

  private static void assertLimits(Statistics statistics, double z1, double z2) {
    Stretch stretch = new ZscaleStretch().measure(statistics, Linking.LINKED);
    assertThat(StretchFigures.one(stretch, "min")).isEqualTo(z1, within(1e-6 * z2));
    assertThat(StretchFigures.one(stretch, "max")).isEqualTo(z2, within(1e-6 * z2));
  }

  /** Noise of 97 values with stars on a grid; the operator sees a place and may take it out. */
  private static Statistics stars(DoubleUnaryOperator hole) {
    double[] samples = new double[WIDTH * HEIGHT];
    for (int i = 0; i < samples.length; i++) {
      int x = i % WIDTH;
      int y = i / WIDTH;
      int n = TestNoise.at(x, y, 0);
      double star = x % 11 == 0 && y % 7 == 0 ? n * 10.0 : 0;
      double kept = hole.applyAsDouble(i);
      samples[i] = kept == i ? n % 97 + 1000.0 + star : kept;
    }
    return StretchFigures.of(
        PixelSource.of(ImageInfo.of(WIDTH, HEIGHT, 1, SampleType.F64), new double[][] {samples}));
  }
}
