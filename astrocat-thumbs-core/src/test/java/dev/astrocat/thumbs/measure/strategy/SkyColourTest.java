package dev.astrocat.thumbs.measure.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.Linking;
import dev.astrocat.thumbs.decode.PixelNature;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SkyColourTest {

  @ParameterizedTest
  @CsvSource({
    "LINEAR,        0.24 0.30 0.22, 0.15 0.24 0.15, UNLINKED", // a mosaic of a Seestar, seen green
    "LINEAR,        0.00 0.44 0.30, 0.00 0.36 0.21, UNLINKED",
    "LINEAR,        0.25 0.26 0.24, 0.12 0.13 0.12, LINKED",
    "LINEAR,        0.55 0.24 0.25, 0.13 0.12 0.12, LINKED", // a red nebula fills the picture
    "LINEAR,        0.22 0.24 0.30, 0.14 0.15 0.22, LINKED", // a blue one
    "SCENE,         0.24 0.30 0.22, 0.15 0.24 0.15, LINKED",
    "DISPLAY_READY, 0.00 0.60 0.00, 0.00 0.50 0.00, LINKED"
  })
  void aSkyOfAColourIsStretchedApart(
      PixelNature nature, String medians, String darks, Linking linking) {
    SkyColour colour = new SkyColour(nature, numbers(medians), numbers(darks));
    assertThat(colour.linking()).isEqualTo(linking);
    assertThat(colour.decision().value()).isEqualToIgnoringCase(linking.name());
  }

  private static double[] numbers(String text) {
    return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }
}
