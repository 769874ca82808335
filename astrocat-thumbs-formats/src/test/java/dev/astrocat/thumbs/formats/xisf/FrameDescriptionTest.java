package dev.astrocat.thumbs.formats.xisf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.Decision;
import dev.astrocat.thumbs.decode.CfaPattern;
import dev.astrocat.thumbs.decode.Evidence;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.Orientation;
import dev.astrocat.thumbs.decode.Range;
import dev.astrocat.thumbs.decode.RowOrder;
import dev.astrocat.thumbs.decode.StoredStretch;
import dev.astrocat.thumbs.formats.imageio.Decoded;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameDescriptionTest {

  private static XisfElement mono() {
    return XisfElement.image(new XisfSamples("UInt16", 4, 6, 1));
  }

  private static XisfElement colour() {
    return XisfElement.image(new XisfSamples("Float32", 4, 6, 3));
  }

  private static ImageInfo info(XisfElement... elements) throws IOException {
    return Decoded.of(new XisfDecoder(), XisfFixture.of(elements)).info();
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
    assertThat(info(mono().attribute("orientation", attribute)).orientation()).isEqualTo(expected);
  }

  @Test
  void lookDecidesOnTheRows() throws IOException {
    assertThat(info(mono()).rowOrder()).isEqualTo(RowOrder.LOOK_DECIDES);
  }

  @Test
  void boundsAreTheRange() throws IOException {
    assertThat(info(colour().attribute("bounds", "-0.5:65535")).range())
        .contains(new Range(-0.5, 65535));
  }

  @ParameterizedTest
  @CsvSource({"1:0", "a:b", "0:+Inf", "NaN:1", "0"})
  void brokenBoundsAreIgnoredAndTold(String bounds) throws IOException {
    ImageInfo info = info(colour().attribute("bounds", bounds));
    assertThat(info.representableRange()).isEqualTo(new Range(0, 1));
    assertThat(info.decisions()).contains(new Decision("bounds", "ignored", "they are " + bounds));
  }

  @Test
  void floatsWithoutBoundsAreFromZeroToOne() throws IOException {
    assertThat(info(colour().attribute("bounds", "")).representableRange())
        .isEqualTo(new Range(0, 1));
  }

  @Test
  void filtersAreReadFromTheElement() throws IOException {
    assertThat(info(mono().child(filters("GBRG", 2, 2))).cfa()).contains(CfaPattern.bayer("GBRG"));
    assertThat(info(mono().child(filters("RGBGRB", 3, 2))).cfa())
        .contains(new CfaPattern(3, 2, "RGBGRB"));
  }

  @ParameterizedTest
  @CsvSource({"CMYG, 2, 2", "RGGB, 2, 3", "GWRWWGWRBWGWWBWG, 4, 4", "RRGG, 2, 2", "RGGB, 0, 0"})
  void otherFiltersAreNotDemosaiced(String pattern, int width, int height) throws IOException {
    ImageInfo info = info(mono().child(filters(pattern, width, height)));
    assertThat(info.cfa()).isEmpty();
    assertThat(info.decisions()).contains(new Decision("demosaic", "off", "filters " + pattern));
  }

  @Test
  void filtersAreReadByReference() throws IOException {
    XisfElement filters = filters("BGGR", 2, 2).attribute("uid", "cfa1");
    assertThat(info(mono().child(reference("cfa1")), filters).cfa())
        .contains(CfaPattern.bayer("BGGR"));
  }

  @Test
  void keywordNamesFiltersWhereTheElementIsMissing() throws IOException {
    XisfElement keyword = XisfElement.keyword("BAYERPAT", "'RGGB    '", "");
    XisfElement bottomUp = XisfElement.keyword("ROWORDER", "'BOTTOM-UP'", "");
    assertThat(info(mono().child(keyword, bottomUp)).cfa()).contains(CfaPattern.bayer("RGGB"));
    assertThat(info(colour().child(keyword)).cfa()).isEmpty();
  }

  @Test
  void displayFunctionIsStored() throws IOException {
    ImageInfo info = info(colour().child(displayFunction("0.1:0.2:0.3:0.5", "0:0.01:0.02:0")));
    assertThat(info.storedStretch())
        .contains(
            new StoredStretch.DisplayFunction(
                List.of(
                    new StoredStretch.Channel(0.1, 0, 1, 0, 1),
                    new StoredStretch.Channel(0.2, 0.01, 1, 0, 1),
                    new StoredStretch.Channel(0.3, 0.02, 1, 0, 1))));
  }

  @Test
  void greyImageTakesTheFirstOfADisplayFunction() throws IOException {
    ImageInfo info = info(mono().child(displayFunction("0.1:0.2:0.3:0.5", "0:0:0:0")));
    assertThat(info.storedStretch())
        .contains(
            new StoredStretch.DisplayFunction(List.of(new StoredStretch.Channel(0.1, 0, 1, 0, 1))));
  }

  @ParameterizedTest
  @CsvSource({"2:2:2:2", "x:1:1:1", "0.5", "NaN:0:0:0"})
  void brokenDisplayFunctionIsIgnoredAndTold(String midtones) throws IOException {
    ImageInfo info = info(colour().child(displayFunction(midtones, "0:0:0:0")));
    assertThat(info.storedStretch()).isEmpty();
    assertThat(info.decisions()).extracting(Decision::name).contains("display function");
  }

  @Test
  void displayFunctionThatChangesNothingIsNone() throws IOException {
    ImageInfo info = info(mono().child(displayFunction("0.5:0.5:0.5:0.5", "0:0:0:0")));
    assertThat(info.storedStretch()).isEmpty();
  }

  @Test
  void evidenceIsTypeKeywordsPropertiesAndHistory() throws IOException {
    XisfElement image =
        mono()
            .attribute("imageType", "MasterLight")
            .child(
                XisfElement.keyword("IMAGETYP", "'Light Frame'", "kind"),
                XisfElement.keyword("COMMENT", "", "nothing"),
                XisfElement.keyword("HISTORY", "", "ImageIntegration.numberOfImages: 12"),
                XisfElement.property("Observation:Object:Name", "String").text("M 31"),
                XisfElement.property("Instrument:ExposureTime", "Float32")
                    .attribute("value", "300"),
                XisfElement.property("PixInsight:Secret", "String").text("no"));
    XisfElement metadata =
        new XisfElement("Metadata")
            .child(XisfElement.property("XISF:CreatorApplication", "String").text("PixInsight"));
    assertThat(info(image, metadata).evidence())
        .containsExactly(
            new Evidence("IMAGETYPE", "MasterLight"),
            new Evidence("IMAGETYP", "Light Frame"),
            new Evidence("Observation:Object:Name", "M 31"),
            new Evidence("Instrument:ExposureTime", "300"),
            new Evidence("XISF:CreatorApplication", "PixInsight"),
            new Evidence("HISTORY", "ImageIntegration.numberOfImages: 12"));
  }

  private static XisfElement filters(String pattern, int width, int height) {
    return new XisfElement("ColorFilterArray")
        .attribute("pattern", pattern)
        .attribute("width", String.valueOf(width))
        .attribute("height", String.valueOf(height));
  }

  private static XisfElement displayFunction(String midtones, String shadows) {
    return new XisfElement("DisplayFunction")
        .attribute("m", midtones)
        .attribute("s", shadows)
        .attribute("h", "1:1:1:1")
        .attribute("l", "0:0:0:0")
        .attribute("r", "1:1:1:1");
  }

  private static XisfElement reference(String uid) {
    return new XisfElement("Reference").attribute("ref", uid);
  }
}
