package dev.astrocat.thumbs.formats.xisf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.decode.ImageSelection;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of several images of a file is shown. */
class XisfImageChoiceTest {

  private static final ImageSelection DEFAULT = ImageSelection.DEFAULT;

  @Test
  void firstImageIsShownByDefault() throws IOException {
    byte[] file = XisfFixture.of(image(4), image(5), image(6));

    assertThat(width(file, DEFAULT)).isEqualTo(4);
  }

  @Test
  void imageIsChosenByIndexOrById() throws IOException {
    byte[] file =
        XisfFixture.of(image(4), image(5).attribute("id", "weights"), thumbnail(2), image(6));

    assertThat(width(file, DEFAULT.withImage(1))).isEqualTo(5);
    assertThat(width(file, DEFAULT.withImage(2))).isEqualTo(6);
    assertThat(width(file, DEFAULT.withImage("Weights"))).isEqualTo(5);
  }

  @Test
  void imageThatIsNotThereIsNoImage() {
    byte[] file = XisfFixture.of(image(4));

    assertThat(DecodedXisf.failure(file, DEFAULT.withImage(1))).isEqualTo(ErrorCode.NO_IMAGE);
    assertThat(DecodedXisf.failure(file, DEFAULT.withImage("no"))).isEqualTo(ErrorCode.NO_IMAGE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RejectionMapHigh",
        "RejectionMapLow",
        "BinaryRejectionMapHigh",
        "BinaryRejectionMapLow",
        "SlopeMap",
        "WeightMap",
        "DefectMap",
        "weightmap"
      })
  void mapsAreNoPictureWhileThereIsOne(String kind) throws IOException {
    byte[] file = XisfFixture.of(image(4).attribute("imageType", kind), image(5));

    assertThat(width(file, DEFAULT)).isEqualTo(5);
    assertThat(width(file, DEFAULT.withImage(0))).isEqualTo(4);
  }

  @Test
  void complexNumbersAreNoPicture() throws IOException {
    XisfElement complex =
        XisfElement.image("Complex64", 4, 3, 1).block(XisfBlock.of(new byte[4 * 3 * 16]));
    byte[] alone = XisfFixture.of(complex);
    byte[] first = XisfFixture.of(complex, image(5));

    assertThat(DecodedXisf.failure(alone)).isEqualTo(ErrorCode.FORMAT_UNSUPPORTED);
    assertThat(width(first, DEFAULT)).isEqualTo(5);
    assertThat(DecodedXisf.failure(first, DEFAULT.withImage(0)))
        .isEqualTo(ErrorCode.FORMAT_UNSUPPORTED);
  }

  @Test
  void onePlaneOfAColourImageIsGrey() throws IOException {
    XisfSamples samples = new XisfSamples("UInt16", 4, 3, 4);
    byte[] file = XisfFixture.of(XisfElement.image(samples));

    for (int plane : new int[] {0, 2, 3}) {
      DecodedXisf decoded = DecodedXisf.of(file, DEFAULT.withPlane(plane));
      assertThat(decoded.info().channels()).isEqualTo(1);
      assertThat(decoded.planes()).containsExactly(samples.plane(plane));
    }
    assertThat(DecodedXisf.failure(file, DEFAULT.withPlane(4))).isEqualTo(ErrorCode.NO_IMAGE);
  }

  @Test
  void fileWithoutImageHasNone() {
    byte[] file = XisfFixture.of(XisfElement.property("Sky:Quality", "Float32"));

    assertThat(DecodedXisf.failure(file)).isEqualTo(ErrorCode.NO_IMAGE);
  }

  private static int width(byte[] file, ImageSelection selection) throws IOException {
    return DecodedXisf.of(file, selection).info().width();
  }

  private static XisfElement image(int width) {
    XisfSamples samples = new XisfSamples("UInt8", width, 3, 1);
    XisfElement inner = thumbnail(width / 2);
    return XisfElement.image(samples).child(inner);
  }

  private static XisfElement thumbnail(int width) {
    return new XisfElement("Thumbnail")
        .attribute("geometry", width + ":1:1")
        .attribute("sampleFormat", "UInt8")
        .attribute("colorSpace", "Gray")
        .block(XisfBlock.of(new byte[width]));
  }
}
