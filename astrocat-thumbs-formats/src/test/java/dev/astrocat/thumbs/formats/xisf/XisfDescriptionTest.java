package dev.astrocat.thumbs.formats.xisf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.decode.CfaPattern;
import dev.astrocat.thumbs.decode.Evidence;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.PixelNature;
import dev.astrocat.thumbs.decode.Range;
import dev.astrocat.thumbs.decode.RowOrder;
import dev.astrocat.thumbs.decode.StoredStretch.Channel;
import dev.astrocat.thumbs.decode.StoredStretch.DisplayFunction;
import dev.astrocat.thumbs.formats.xisf.XisfBlock.Place;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a header says of its image, beside the pixels. */
class XisfDescriptionTest {

  @Test
  void dataIsLinearAndTheLookDecidesOnItsRows() throws IOException {
    ImageInfo info = described(image());

    assertThat(info.nature()).isEqualTo(PixelNature.LINEAR);
    assertThat(info.rowOrder()).isEqualTo(RowOrder.LOOK_DECIDES);
    assertThat(info.storedStretch()).isEmpty();
    assertThat(info.cfa()).isEmpty();
    assertThat(info.evidence()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Float32, 0:65535, 0, 65535",
    "Float64, -1.5e-1:2.5E3, -0.15, 2500",
    "Float32, 0:1, 0, 1",
    "UInt16, 100:4095, 100, 4095"
  })
  void boundsAreTheRange(String format, String bounds, double low, double high) throws IOException {
    XisfElement image =
        XisfElement.image(new XisfSamples(format, 4, 4, 1)).attribute("bounds", bounds);

    assertThat(described(image).representableRange()).isEqualTo(new Range(low, high));
  }

  @ParameterizedTest
  @CsvSource({
    "RGGB, 2, 2",
    "BGGR, 2, 2",
    "GBRG, 2, 2",
    "GRBG, 2, 2",
    "GGRGGBGGBGGRBRGRBGGGBGGRGGRGGBRBGBRG, 6, 6"
  })
  void colourFiltersAreRead(String pattern, int width, int height) throws IOException {
    ImageInfo info = described(image().child(filters(pattern, width, height)));

    assertThat(info.cfa()).contains(new CfaPattern(width, height, pattern));
  }

  @ParameterizedTest
  @CsvSource({"CMYG, 2, 2", "RGGB, 3, 2", "RGGB, 0, 0", "GGGG, 2, 2", "R0GB, 2, 2"})
  void otherFiltersLeaveAGreyPicture(String pattern, int width, int height) throws IOException {
    assertThat(described(image().child(filters(pattern, width, height))).cfa()).isEmpty();
  }

  @Test
  void colourImageHasNoFiltersOverIt() throws IOException {
    XisfElement colour = XisfElement.image(new XisfSamples("UInt16", 4, 4, 3));

    assertThat(described(colour.child(filters("RGGB", 2, 2))).cfa()).isEmpty();
  }

  @Test
  void referenceStandsForAnElementDefinedElsewhere() throws IOException {
    XisfElement image = image().child(new XisfElement("Reference").attribute("ref", "filters"));
    byte[] before = XisfFixture.of(filters("GBRG", 2, 2).attribute("uid", "filters"), image);
    byte[] behind = XisfFixture.of(image, filters("GBRG", 2, 2).attribute("uid", "filters"));

    assertThat(DecodedXisf.of(before).info().cfa()).contains(CfaPattern.bayer("GBRG"));
    assertThat(DecodedXisf.of(behind).info().cfa()).contains(CfaPattern.bayer("GBRG"));
  }

  @Test
  void referenceToNothingIsPassedOver() throws IOException {
    XisfElement image = image().child(new XisfElement("Reference").attribute("ref", "nothing"));

    assertThat(described(image).cfa()).isEmpty();
  }

  @Test
  void displayFunctionOfGreyIsItsFirstChannel() throws IOException {
    XisfElement function = displayFunction("0.25:0.5:0.5:0.5", "0.1:0:0:0", "0.9:1:1:1");

    assertThat(described(image().child(function)).storedStretch())
        .contains(new DisplayFunction(List.of(new Channel(0.25, 0.1, 0.9, 0, 1))));
  }

  @Test
  void displayFunctionOfColourHasThreeChannels() throws IOException {
    XisfElement colour = XisfElement.image(new XisfSamples("Float32", 4, 4, 3));
    XisfElement function =
        displayFunction("0.1:0.2:0.3:0.4", "0.01:0.02:0.03:0", "1:0.9:0.8:1")
            .attribute("l", "-1:-2:-3:0")
            .attribute("r", "1:2:3:1");

    assertThat(described(colour.child(function)).storedStretch())
        .contains(
            new DisplayFunction(
                List.of(
                    new Channel(0.1, 0.01, 1, -1, 1),
                    new Channel(0.2, 0.02, 0.9, -2, 2),
                    new Channel(0.3, 0.03, 0.8, -3, 3))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2:2:2:2", "x", "", "0.5", "NaN:NaN:NaN:NaN", "-1:0:0:0"})
  void brokenDisplayFunctionDoesNotCostThePicture(String midtones) throws IOException {
    XisfElement function = displayFunction(midtones, "0:0:0:0", "1:1:1:1");

    assertThat(described(image().child(function)).storedStretch()).isEmpty();
  }

  @Test
  void fitsKeywordsAreEvidenceWithoutTheirQuotes() throws IOException {
    XisfElement image =
        image()
            .child(XisfElement.keyword("IMAGETYP", "'Master Light'", "kind of frame"))
            .child(XisfElement.keyword("STACKCNT", "12", ""))
            .child(XisfElement.keyword("HISTORY", "", "ImageIntegration.numberOfImages: 12"));

    assertThat(described(image).evidence())
        .contains(
            new Evidence("IMAGETYP", "Master Light"),
            new Evidence("STACKCNT", "12"),
            new Evidence("HISTORY", "ImageIntegration.numberOfImages: 12"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UInt8", "UInt16"})
  void thumbnailAndProfileDoNotDisturb(String format) throws IOException {
    XisfSamples small = new XisfSamples(format, 2, 2, 3);
    XisfSamples samples = new XisfSamples("UInt16", 4, 4, 1);
    XisfElement thumbnail =
        new XisfElement("Thumbnail")
            .attribute("geometry", "2:2:3")
            .attribute("sampleFormat", format)
            .attribute("colorSpace", "RGB")
            .block(XisfBlock.of(small.planar()).codec("zlib", 1));
    XisfElement profile =
        new XisfElement("ICCProfile")
            .block(XisfBlock.of(new byte[200]).place(Place.INLINE_BASE64).codec("zstd", 1));
    XisfElement resolution =
        new XisfElement("Resolution")
            .attribute("horizontal", "72")
            .attribute("vertical", "72")
            .attribute("unit", "inch");
    byte[] file = XisfFixture.of(XisfElement.image(samples).child(thumbnail, profile, resolution));

    assertThat(DecodedXisf.of(file).planes()).containsExactly(samples.plane(0));
  }

  @Test
  void propertiesOfEveryFormAreUnderstoodOrPassedOver() throws IOException {
    XisfElement image =
        image()
            .child(XisfElement.property("Observation:Object:Name", "String").text("M 31 & M 32"))
            .child(
                XisfElement.property("Instrument:ExposureTime", "Float32").attribute("value", "9"))
            .child(
                XisfElement.property("Some:Vector", "F64Vector")
                    .attribute("length", "4")
                    .block(XisfBlock.of(new byte[32]).codec("lz4+sh", 8)))
            .child(
                XisfElement.property("Some:Text", "String")
                    .block(
                        XisfBlock.of("text".getBytes(StandardCharsets.UTF_8))
                            .place(Place.INLINE_HEX)));
    byte[] file = XisfFixture.of(image);

    assertThat(DecodedXisf.of(file).info().width()).isEqualTo(4);
  }

  @Test
  void blocksThatNobodyNeedsAreNotRead() throws IOException {
    XisfElement vector =
        XisfElement.property("Some:Vector", "F64Vector")
            .attribute("length", "4")
            .attribute("location", "attachment:123456789012:32");
    byte[] file = XisfFixture.of(image().child(vector));

    assertThat(DecodedXisf.of(file).info().width()).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\0\0\0\0\0", "   \n", "\0"})
  void headerMayBePadded(String padding) throws IOException {
    byte[] file =
        new XisfFixture(image()).padding(padding.getBytes(StandardCharsets.US_ASCII)).bytes();

    assertThat(DecodedXisf.of(file).info().width()).isEqualTo(4);
  }

  @Test
  void prefixedNamesAndCommentsAreXmlToo() throws IOException {
    byte[] file =
        new XisfFixture(image())
            .header(
                xml ->
                    xml.replace("<xisf", "<!-- made by hand --><x:xisf")
                        .replace("</xisf", "</x:xisf")
                        .replace("xmlns=", "xmlns:x=")
                        .replace("<Image", "<x:Image")
                        .replace("</Image", "</x:Image"))
            .bytes();

    assertThat(DecodedXisf.of(file).info().width()).isEqualTo(4);
  }

  private static ImageInfo described(XisfElement image) throws IOException {
    return DecodedXisf.of(XisfFixture.of(image)).info();
  }

  private static XisfElement image() {
    return XisfElement.image(new XisfSamples("UInt16", 4, 4, 1));
  }

  private static XisfElement filters(String pattern, int width, int height) {
    return new XisfElement("ColorFilterArray")
        .attribute("pattern", pattern)
        .attribute("width", String.valueOf(width))
        .attribute("height", String.valueOf(height));
  }

  private static XisfElement displayFunction(String m, String s, String h) {
    return new XisfElement("DisplayFunction")
        .attribute("m", m)
        .attribute("s", s)
        .attribute("h", h)
        .attribute("l", "0:0:0:0")
        .attribute("r", "1:1:1:1")
        .attribute("name", "AutoStretch");
  }
}
