package dev.astrocat.thumbs.formats.xisf;

import static dev.astrocat.thumbs.ErrorCode.DATA_MALFORMED;
import static dev.astrocat.thumbs.ErrorCode.FORMAT_UNSUPPORTED;
import static dev.astrocat.thumbs.ErrorCode.NO_IMAGE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.decode.ImageSelection;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Images of different widths, so that the width tells which one was chosen. */
class ImageChoiceTest {

  private static final ImageSelection ANY = ImageSelection.DEFAULT;

  @Test
  void firstImageIsShown() throws IOException {
    assertThat(width(ANY, image(4), image(5), image(6))).isEqualTo(4);
  }

  @Test
  void imageIsChosenByIndexOrId() throws IOException {
    XisfElement second = image(5).attribute("id", "Integration");
    XisfElement[] file = {image(4), second, XisfElement.property("a", "String"), image(6)};

    assertThat(width(ANY.withImage(1), file)).isEqualTo(5);
    assertThat(width(ANY.withImage(2), file)).isEqualTo(6);
    assertThat(width(ANY.withImage("integration"), file)).isEqualTo(5);
  }

  @Test
  void imageThatIsNotThereIsNoImage() {
    assertThat(failure(ANY.withImage(1), image(4))).isEqualTo(NO_IMAGE);
    assertThat(failure(ANY.withImage("x"), image(4))).isEqualTo(NO_IMAGE);
    assertThat(failure(ANY, XisfElement.property("a", "String"))).isEqualTo(NO_IMAGE);
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
  void mapIsTakenOnlyWhenThereIsNothingElse(String kind) throws IOException {
    XisfElement map = image(4).attribute("imageType", kind);

    assertThat(width(ANY, map, image(5))).isEqualTo(5);
    assertThat(width(ANY.withImage(0), map, image(5))).isEqualTo(4);
    assertThat(width(ANY, map, image(6).attribute("imageType", kind))).isEqualTo(4);
  }

  @Test
  void imageThatCannotBeShownIsPassedOver() throws IOException {
    XisfElement complex = image(4).attribute("sampleFormat", "Complex64");

    assertThat(width(ANY, complex, image(5))).isEqualTo(5);
    assertThat(failure(ANY.withImage(0), complex, image(5))).isEqualTo(FORMAT_UNSUPPORTED);
    assertThat(failure(ANY, complex)).isEqualTo(FORMAT_UNSUPPORTED);
  }

  @Test
  void brokenImageIsNotPassedOver() {
    XisfElement broken = image(4).attribute("geometry", "4:-2:1");

    assertThat(failure(ANY, broken, image(5))).isEqualTo(DATA_MALFORMED);
  }

  @Test
  void referenceCountsAsAnImage() throws IOException {
    XisfElement first = image(4).attribute("uid", "a");
    XisfElement again = new XisfElement("Reference").attribute("ref", "a");

    assertThat(width(ANY.withImage(1), first, again, image(5))).isEqualTo(4);
    assertThat(width(ANY.withImage(2), first, again, image(5))).isEqualTo(5);
  }

  @Test
  void referencesInACircleEnd() throws IOException {
    XisfElement circle = new XisfElement("Reference").attribute("uid", "b").attribute("ref", "b");
    XisfElement itself = new XisfElement("Reference").attribute("ref", "a");
    XisfElement image = image(4).attribute("uid", "a").child(itself, circle);

    assertThat(width(ANY, circle, image)).isEqualTo(4);
  }

  @Test
  void onePlaneOfAColourImageIsGrey() throws IOException {
    XisfSamples samples = new XisfSamples("UInt16", 4, 3, 4);
    byte[] file = XisfFixture.of(XisfElement.image(samples));

    for (int plane : new int[] {0, 2, 3}) {
      DecodedXisf decoded = DecodedXisf.of(file, ANY.withPlane(plane));
      assertThat(decoded.info().channels()).isEqualTo(1);
      assertThat(decoded.planes()).containsExactly(samples.plane(plane));
    }
    assertThat(DecodedXisf.failure(file, ANY.withPlane(4))).isEqualTo(NO_IMAGE);
  }

  @Test
  void firstSliceOfAVolumeIsShown() throws IOException {
    XisfSamples samples = new XisfSamples("UInt16", 3, 2, 4);
    for (String storage : List.of("Planar", "Normal")) {
      XisfElement volume =
          XisfElement.image(samples)
              .attribute("geometry", "3:2:4:1")
              .attribute("colorSpace", "Gray")
              .attribute("pixelStorage", storage);
      byte[] file = XisfFixture.of(volume);

      assertThat(DecodedXisf.of(file).planes()).containsExactly(samples.plane(0));
      assertThat(DecodedXisf.of(file, ANY.withPlane(2)).planes()).containsExactly(samples.plane(2));
    }
  }

  @Test
  void planesBeyondAllNumbersAreMalformed() {
    String most = String.valueOf(Long.MAX_VALUE);
    XisfElement image = image(4).attribute("geometry", "4:3:" + most + ":" + most);

    assertThat(failure(ANY, image)).isEqualTo(DATA_MALFORMED);
    assertThat(failure(ANY.withPlane(1), image)).isEqualTo(DATA_MALFORMED);
  }

  private static int width(ImageSelection selection, XisfElement... elements) throws IOException {
    return DecodedXisf.of(XisfFixture.of(elements), selection).info().width();
  }

  private static ErrorCode failure(ImageSelection selection, XisfElement... elements) {
    return DecodedXisf.failure(XisfFixture.of(elements), selection);
  }

  private static XisfElement image(int width) {
    return XisfElement.image(new XisfSamples("UInt8", width, 3, 1));
  }
}
