package dev.astrocat.thumbs.measure.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.astrocat.thumbs.Linking;
import dev.astrocat.thumbs.decode.SampleType;
import dev.astrocat.thumbs.measure.Stretch;
import dev.astrocat.thumbs.measure.Transfer;
import dev.astrocat.thumbs.testing.TestNoise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AsinhStretchTest {

  /** {@code astropy.visualization.AsinhStretch(0.1)(numpy.array([0, .001, ...]))}. */
  @ParameterizedTest
  @CsvSource({
    "0,     0",
    "0.001, 0.003335253417308103",
    "0.01,  0.0332977502187707",
    "0.1,   0.2939653260048424",
    "0.5,   0.7712696419200371",
    "0.9,   0.9650529776640909",
    "1,     1"
  })
  void bendIsThatOfAstropy(double x, double y) {
    assertThat(new Transfer.Asinh(0.1).apply(x)).isEqualTo(y, within(1e-12));
  }

  /** {@code numpy.percentile(noise(130, 97), [.1, 99.9])}, with the noise of ZscaleStretchTest. */
  @Test
  void endsAreAThousandthFromTheExtremes() {
    Stretch stretch =
        new AsinhStretch()
            .measure(
                StretchFigures.of(TestNoise.image(SampleType.U16, 130, 97, 1)), Linking.LINKED);

    assertThat(StretchFigures.one(stretch, "min")).isEqualTo(227.827, within(1e-9));
    assertThat(StretchFigures.one(stretch, "max")).isEqualTo(5475.955, within(1e-9));
  }
}
