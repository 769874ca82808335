package dev.astrocat.thumbs.formats.xisf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.decode.ImageSelection;
import dev.astrocat.thumbs.formats.imageio.Decoded;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Images of different widths, so that the width tells which one was chosen. */
class ImageChoiceTest {

  private static final ImageSelection FIRST = ImageSelection.DEFAULT;

  private static XisfElement image(int width) {
    return XisfElement.image(new XisfSamples("UInt8", width, 2, 1));
  }

  private static XisfElement complex() {
    return image(9).attribute("sampleFormat", "Complex32");
  }

  private static int width(ImageSelection selection, XisfElement... elements) throws IOException {
    return Decoded.of(new XisfDecoder(), XisfFixture.of(elements), selection).info().width();
  }

  private static ErrorCode failure(ImageSelection selection, XisfElement... elements) {
    DecodeException failure =
        assertThatExceptionOfType(DecodeException.class)
            .isThrownBy(() -> width(selection, elements))
            .actual();
    return failure.code();
  }

  @Test
  void mapIsTakenOnlyWhenThereIsNothingElse() throws IOException {
    XisfElement map = image(1).attribute("imageType", "RejectionMapHigh");
    XisfElement other = image(2).attribute("imageType", "weightmap");
    assertThat(width(FIRST, map, other, image(3))).isEqualTo(3);
    assertThat(width(FIRST, map, other)).isEqualTo(1);
  }

  @Test
  void imageThatCannotBeShownIsPassedOver() throws IOException {
    assertThat(width(FIRST, complex(), image(3))).isEqualTo(3);
    assertThat(failure(FIRST, complex())).isEqualTo(ErrorCode.FORMAT_UNSUPPORTED);
  }

  @Test
  void brokenImageIsNotPassedOver() {
    assertThat(failure(FIRST, image(1).attribute("geometry", "1:-2:1"), image(3)))
        .isEqualTo(ErrorCode.DATA_MALFORMED);
  }

  @Test
  void imageIsChosenByIndexOrId() throws IOException {
    XisfElement second = image(2).attribute("id", "Integration");
    assertThat(width(FIRST.withImage(1), image(1), second, image(3))).isEqualTo(2);
    assertThat(width(FIRST.withImage("integration"), image(1), second)).isEqualTo(2);
  }

  @Test
  void imageThatIsNotThereIsNoImage() {
    assertThat(failure(FIRST.withImage(1), image(1))).isEqualTo(ErrorCode.NO_IMAGE);
    assertThat(failure(FIRST.withImage("x"), image(1))).isEqualTo(ErrorCode.NO_IMAGE);
    assertThat(failure(FIRST)).isEqualTo(ErrorCode.NO_IMAGE);
  }

  @Test
  void referenceCountsAsAnImage() throws IOException {
    XisfElement first = image(1).attribute("uid", "a");
    XisfElement again = new XisfElement("Reference").attribute("ref", "a");
    assertThat(width(FIRST.withImage(1), first, again, image(3))).isEqualTo(1);
    assertThat(width(FIRST.withImage(2), first, again, image(3))).isEqualTo(3);
  }

  @Test
  void planeIsShownGrey() throws IOException {
    XisfSamples samples = new XisfSamples("UInt16", 3, 2, 4);
    byte[] file = XisfFixture.of(XisfElement.image(samples));
    Decoded all = Decoded.of(new XisfDecoder(), file);
    assertThat(all.info().channels()).isEqualTo(3);
    Decoded second = Decoded.of(new XisfDecoder(), file, FIRST.withPlane(1));
    assertThat(second.info().channels()).isEqualTo(1);
    assertThat(second.samples()[0]).isEqualTo(all.samples()[1]);
    assertThat(failure(FIRST.withPlane(4), XisfElement.image(samples)))
        .isEqualTo(ErrorCode.NO_IMAGE);
  }

  @Test
  void firstSliceOfAVolumeIsShown() throws IOException {
    XisfSamples samples = new XisfSamples("UInt16", 3, 2, 4);
    for (String storage : new String[] {"Planar", "Normal"}) {
      XisfElement volume =
          XisfElement.image(samples)
              .attribute("geometry", "3:2:4:1")
              .attribute("colorSpace", "Gray")
              .attribute("pixelStorage", storage);
      byte[] file = XisfFixture.of(volume);
      double[] third = Decoded.of(new XisfDecoder(), file, FIRST.withPlane(2)).samples()[0];
      Decoded planes = Decoded.of(new XisfDecoder(), XisfFixture.of(XisfElement.image(samples)));
      assertThat(Decoded.of(new XisfDecoder(), file).samples()[0]).isEqualTo(planes.samples()[0]);
      assertThat(third).isEqualTo(planes.samples()[2]);
    }
  }

  @Test
  void otherDimensionsAreUnsupported() {
    assertThat(failure(FIRST, image(6).attribute("geometry", "12:1")))
        .isEqualTo(ErrorCode.FORMAT_UNSUPPORTED);
    assertThat(failure(FIRST, image(6).attribute("geometry", "3:2:1:2:1")))
        .isEqualTo(ErrorCode.FORMAT_UNSUPPORTED);
  }
}
