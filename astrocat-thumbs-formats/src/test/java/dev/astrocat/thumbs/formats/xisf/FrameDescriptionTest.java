package dev.astrocat.thumbs.formats.xisf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.Decision;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.Orientation;
import dev.astrocat.thumbs.decode.PixelNature;
import dev.astrocat.thumbs.decode.Range;
import dev.astrocat.thumbs.decode.RowOrder;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameDescriptionTest {

  @Test
  void dataIsLinearAndTheLookDecidesOnItsRows() throws IOException {
    ImageInfo info = info(image("UInt16"));

    assertThat(info.nature()).isEqualTo(PixelNature.LINEAR);
    assertThat(info.rowOrder()).isEqualTo(RowOrder.LOOK_DECIDES);
    assertThat(info.evidence()).isEmpty();
  }

  /**
   * What a corner becomes. With a = np.array([[1, 2], [3, 4]]): 90 is np.rot90(a), flip is a[:,
   * ::-1] of that, and EXIF 5 to 8 are a.T, np.rot90(a, -1), np.rot90(a, 2).T, np.rot90(a).
   */
  @ParameterizedTest
  @CsvSource({
    "0, IDENTITY",
    "flip, FLIP_HORIZONTAL",
    "90, ROTATE_270",
    "90;flip, TRANSVERSE",
    "-90, ROTATE_90",
    "-90;flip, TRANSPOSE",
    "180, ROTATE_180",
    "180;flip, FLIP_VERTICAL",
    "45, IDENTITY"
  })
  void orientationIsThatOfTheSpecification(String attribute, Orientation expected)
      throws IOException {
    assertThat(info(image("UInt16").attribute("orientation", attribute)).orientation())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "Float32, 0:65535, 0, 65535",
    "Float64, -1.5e-1:2.5E3, -0.15, 2500",
    "Float32, 0:1, 0, 1",
    "Float32, '', 0, 1",
    "UInt16, 100:4095, 100, 4095",
    "UInt64, 0:18446744073709551615, 0, 18446744073709551615"
  })
  void boundsAreTheRange(String format, String bounds, double low, double high) throws IOException {
    assertThat(info(image(format).attribute("bounds", bounds)).representableRange())
        .isEqualTo(new Range(low, high));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {"1:0", "1:1", "a:b", "0:+Inf", "NaN:1", "NaN:NaN", "0", "0:1:2", "0,0:1,0"})
  void brokenBoundsAreIgnoredAndTold(String bounds) throws IOException {
    ImageInfo info = info(image("Float32").attribute("bounds", bounds));

    assertThat(info.representableRange()).isEqualTo(new Range(0, 1));
    assertThat(info.decisions()).contains(new Decision("bounds", "ignored", "they are " + bounds));
  }

  private static ImageInfo info(XisfElement image) throws IOException {
    return DecodedXisf.of(XisfFixture.of(image)).info();
  }

  private static XisfElement image(String format) {
    return XisfElement.image(new XisfSamples(format, 4, 6, 1));
  }
}
