package dev.astrocat.thumbs.measure.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.Decision;
import dev.astrocat.thumbs.Linking;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.SampleType;
import dev.astrocat.thumbs.measure.Stretch;
import dev.astrocat.thumbs.measure.exact.ExactStatistics;
import dev.astrocat.thumbs.testing.TestSamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PixInsightUnlessBrightStretchTest {

  /** Of 65,535: the sky, and the brighter part of the picture. */
  @ParameterizedTest
  @CsvSource({
    "900,   3000,  0.20, pixinsight, dark",
    "900,   65000, 0.04, pixinsight, dark", // stars
    "7800,  9000,  0.20, pixinsight, dark", // 0.119
    "8600,  9000,  0.20, none,       bright", // 0.131
    "20000, 60000, 0.20, none,       bright",
    "300,   50000, 0.20, none,       bright" // a planet
  })
  void whatIsBrightWasStretchedBefore(
      int sky, int bright, double part, String stretch, String brightness) {
    short[] samples = new short[2000];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) (i % 7 + (i < part * samples.length ? bright : sky));
    }
    ImageInfo info = ImageInfo.of(1000, 2, 1, SampleType.U16);
    Stretch made = measure(PixelSource.of(info, new short[][] {samples}));
    assertThat(made.name()).isEqualTo(stretch);
    assertThat(made.decisions())
        .filteredOn(d -> d.name().equals("brightness"))
        .extracting(Decision::value)
        .containsExactly(brightness);
  }

  @Test
  void brightFloatsAreSpreadOverTheRangeThatTheyShow() {
    float[] samples = new float[2000];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = 30_000 + i;
    }
    ImageInfo info = ImageInfo.of(1000, 2, 1, SampleType.F32);
    Stretch made = measure(PixelSource.of(info, new float[][] {samples}));
    assertThat(made.name()).isEqualTo("none");
    assertThat(made.curve().channel(0).level(32_767.5)).isEqualTo(127);
  }

  private static Stretch measure(PixelSource pixels) {
    ExactStatistics statistics = new ExactStatistics(TestSamples.walk(pixels));
    return new PixInsightUnlessBrightStretch().measure(statistics, Linking.AUTO);
  }
}
