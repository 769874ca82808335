package dev.astrocat.thumbs.formats.xisf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.Decision;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.ImageSelection;
import dev.astrocat.thumbs.decode.StoredStretch.Channel;
import dev.astrocat.thumbs.decode.StoredStretch.DisplayFunction;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayFunctionsTest {

  private static final XisfElement FUNCTION =
      function("0.1:0.2:0.3:0.4")
          .attribute("s", "0.01:0.02:0.03:0")
          .attribute("h", "1:0.9:0.8:1")
          .attribute("l", "-1:-2:-3:0")
          .attribute("r", "1:2:3:1");

  @Test
  void colourHasThreeOfThem() throws IOException {
    assertThat(info(colour(), FUNCTION).storedStretch())
        .contains(
            new DisplayFunction(
                List.of(
                    new Channel(0.1, 0.01, 1, -1, 1),
                    new Channel(0.2, 0.02, 0.9, -2, 2),
                    new Channel(0.3, 0.03, 0.8, -3, 3))));
  }

  @Test
  void greyHasTheFirst() throws IOException {
    assertThat(info(mono(), FUNCTION).storedStretch())
        .contains(new DisplayFunction(List.of(new Channel(0.1, 0.01, 1, -1, 1))));
  }

  @Test
  void planeHasItsOwn() throws IOException {
    byte[] file = XisfFixture.of(colour().child(FUNCTION));

    assertThat(DecodedXisf.of(file, ImageSelection.DEFAULT.withPlane(2)).info().storedStretch())
        .contains(new DisplayFunction(List.of(new Channel(0.3, 0.03, 0.8, -3, 3))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2:2:2:2", "x:1:1:1", "", "0.5", "NaN:0:0:0", "-1:0:0:0", "0,5:0,5:0,5"})
  void brokenOneIsIgnoredAndTold(String midtones) throws IOException {
    ImageInfo info = info(colour(), function(midtones));

    assertThat(info.storedStretch()).isEmpty();
    assertThat(info.decisions())
        .contains(new Decision("display function", "ignored", "its numbers are broken"));
  }

  @Test
  void oneThatChangesNothingIsNone() throws IOException {
    assertThat(info(mono(), function("0.5:0.5:0.5:0.5")).storedStretch()).isEmpty();
    assertThat(DecodedXisf.of(XisfFixture.of(mono())).info().storedStretch()).isEmpty();
  }

  private static ImageInfo info(XisfElement image, XisfElement function) throws IOException {
    return DecodedXisf.of(XisfFixture.of(image.child(function))).info();
  }

  private static XisfElement mono() {
    return XisfElement.image(new XisfSamples("UInt16", 4, 6, 1));
  }

  private static XisfElement colour() {
    return XisfElement.image(new XisfSamples("Float32", 4, 6, 3));
  }

  private static XisfElement function(String midtones) {
    return new XisfElement("DisplayFunction")
        .attribute("m", midtones)
        .attribute("s", "0:0:0:0")
        .attribute("h", "1:1:1:1")
        .attribute("l", "0:0:0:0")
        .attribute("r", "1:1:1:1")
        .attribute("name", "AutoStretch");
  }
}
