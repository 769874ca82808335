package dev.astrocat.thumbs.formats.xisf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.Decision;
import dev.astrocat.thumbs.decode.CfaPattern;
import dev.astrocat.thumbs.decode.ImageInfo;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColourFiltersTest {

  @ParameterizedTest
  @CsvSource({
    "RGGB, 2, 2",
    "BGGR, 2, 2",
    "GBRG, 2, 2",
    "GRBG, 2, 2",
    "RGBGRB, 3, 2",
    "GGRGGBGGBGGRBRGRBGGGBGGRGGRGGBRBGBRG, 6, 6"
  })
  void filtersAreReadFromTheElement(String pattern, int width, int height) throws IOException {
    ImageInfo info = info(mono().child(filters(pattern, width, height)));

    assertThat(info.cfa()).contains(new CfaPattern(width, height, pattern));
  }

  @ParameterizedTest
  @CsvSource({
    "CMYG, 2, 2",
    "GWRWWGWRBWGWWBWG, 4, 4",
    "RRGG, 2, 2",
    "R0GB, 2, 2",
    "R, 1, 1",
    "RGGB, 2, 3",
    "RGGB, 0, 0",
    "RGGB, -2, -2",
    "RGGB, 4294967298, 2"
  })
  void otherFiltersAreNotDemosaiced(String pattern, long width, long height) throws IOException {
    ImageInfo info = info(mono().child(filters(pattern, width, height)));

    assertThat(info.cfa()).isEmpty();
    assertThat(info.decisions()).contains(new Decision("demosaic", "off", "filters " + pattern));
  }

  @Test
  void colourImageHasNoFiltersOverIt() throws IOException {
    XisfElement keyword = XisfElement.keyword("BAYERPAT", "'RGGB'", "");

    assertThat(info(colour().child(filters("RGGB", 2, 2))).cfa()).isEmpty();
    assertThat(info(colour().child(keyword)).cfa()).isEmpty();
  }

  @Test
  void referenceStandsForAnElementDefinedElsewhere() throws IOException {
    XisfElement image = mono().child(new XisfElement("Reference").attribute("ref", "f"));
    XisfElement filters = filters("GBRG", 2, 2).attribute("uid", "f");

    assertThat(info(filters, image).cfa()).contains(CfaPattern.bayer("GBRG"));
    assertThat(info(image, filters).cfa()).contains(CfaPattern.bayer("GBRG"));
    assertThat(info(image).cfa()).isEmpty();
  }

  @Test
  void keywordNamesFiltersWhereTheElementIsMissing() throws IOException {
    XisfElement keyword = XisfElement.keyword("BAYERPAT", "'RGGB    '", "");
    XisfElement bottomUp = XisfElement.keyword("ROWORDER", "'BOTTOM-UP'", "");

    assertThat(info(mono().child(keyword, bottomUp)).cfa()).contains(CfaPattern.bayer("RGGB"));
    assertThat(info(mono().child(keyword, filters("BGGR", 2, 2))).cfa())
        .contains(CfaPattern.bayer("BGGR"));
  }

  private static ImageInfo info(XisfElement... elements) throws IOException {
    return DecodedXisf.of(XisfFixture.of(elements)).info();
  }

  private static XisfElement mono() {
    return XisfElement.image(new XisfSamples("UInt16", 4, 6, 1));
  }

  private static XisfElement colour() {
    return XisfElement.image(new XisfSamples("UInt16", 4, 6, 3));
  }

  private static XisfElement filters(String pattern, long width, long height) {
    return new XisfElement("ColorFilterArray")
        .attribute("pattern", pattern)
        .attribute("width", String.valueOf(width))
        .attribute("height", String.valueOf(height));
  }
}
