package dev.astrocat.thumbs.measure.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.astrocat.thumbs.Linking;
import dev.astrocat.thumbs.measure.ChannelCurve;
import dev.astrocat.thumbs.measure.Stretch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AstrocatStretchTest {

  /** The checked values of the documented process, and what its formulas give beside them. */
  @ParameterizedTest
  @CsvSource({
    "0.1,  0.01, 0.0875, 0.04",
    "0.5,  0.05, 0.4375, 0.27272727272727",
    "0.05, 0.2,  0,      0.13636363636364",
    "0.25, 0,    0.25,   0.5",
    "0.8,  0.1,  0.675,  0.65217391304348", // x = 0.125 / 0.325; x * 0.75 / (x + 0.25 - x / 2)
    "1,    0,    1,      0.5"
  })
  void stfOfMedianAndMad(double median, double mad, double c0, double m) {
    Stretch stretch = stretch(median, mad);
    assertThat(StretchFigures.one(stretch, "c0")).isEqualTo(c0, within(1e-12));
    assertThat(StretchFigures.one(stretch, "m")).isEqualTo(m, within(1e-12));
    assertThat(StretchFigures.one(stretch, "median")).isEqualTo(median);
    assertThat(StretchFigures.one(stretch, "mad")).isEqualTo(mad);
  }

  @Test
  void theMedianBecomesAQuarter() {
    ChannelCurve curve = stretch(0.1, 0.01).curve().channel(0);
    assertThat(curve.apply(0.1)).isEqualTo(0.25, within(1e-12));
    assertThat(curve.level(0.1)).isEqualTo(63); // int(0.25 * 255)
    assertThat(curve.level(0)).isZero();
    assertThat(curve.level(1)).isEqualTo(254); // NumPy's too: (m - 1) / ((2 m - 1) - m) < 1
  }

  private static Stretch stretch(double median, double mad) {
    return new AstrocatStretch().measure(KnownStatistics.of(median, mad), Linking.LINKED);
  }
}
