package dev.astrocat.thumbs.measure.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.Range;
import dev.astrocat.thumbs.decode.SampleType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NominalRangeTest {

  @ParameterizedTest
  @CsvSource({
    "0.3, 1",
    "1.01, 1",
    "1.02, 65535",
    "65535, 65535",
    "65536, 1048575",
    "1e9, 4294967295",
    "1e30, 1e30"
  })
  void floatsReachAsFarAsTheirLargestValueNeeds(double max, double high) {
    NominalRange nominal =
        NominalRange.of(
            StretchFigures.of(
                PixelSource.of(
                    ImageInfo.of(2, 1, 1, SampleType.F64), new double[][] {{0.1, max}})));

    assertThat(nominal.range().low()).isZero();
    assertThat(nominal.range().high()).isEqualTo(high);
    assertThat(nominal.decision()).isPresent();
  }

  @Test
  void whatTheFileDeclaresStands() {
    ImageInfo info = ImageInfo.of(2, 1, 1, SampleType.F32).withRange(new Range(0, 1));

    NominalRange nominal = NominalRange.of(StretchFigures.of(info, new float[] {-5, 1000}));

    assertThat(nominal.range()).isEqualTo(new Range(0, 1));
    assertThat(nominal.decision()).isEmpty();
  }

  @Test
  void integersOf32BitsUseLessWhenTheyNeedLess() {
    ImageInfo info = ImageInfo.of(2, 1, 1, SampleType.S32);

    NominalRange nominal =
        NominalRange.of(StretchFigures.of(PixelSource.of(info, new int[][] {{12, 4095}})));

    assertThat(nominal.range()).isEqualTo(new Range(0, 65535));
  }

  @Test
  void fewNegativeValuesAreBlack() {
    NominalRange nominal = NominalRange.of(StretchFigures.of(new float[] {-3, 5, 6, 7}));

    assertThat(nominal.range()).isEqualTo(new Range(0, 65535));
  }

  @Test
  void aSkyAroundZeroHasItsShadowsAtTheLowerEnd() {
    float[] samples = new float[101];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = i - 50; // median 0, MAD 25
    }
    samples[0] = -1000;

    NominalRange nominal = NominalRange.of(StretchFigures.of(samples));

    assertThat(nominal.range().low()).isEqualTo(-2.8 * 1.4826 * 25, within(1e-9));
    assertThat(nominal.range().high()).isEqualTo(65535);
  }
}
