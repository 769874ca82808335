package dev.astrocat.thumbs.formats.xisf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.formats.xisf.XisfBlock.Place;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What else stands in a header beside an image, and how else it may be written. */
class XisfHeaderTest {

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

  private static XisfElement image() {
    return XisfElement.image(new XisfSamples("UInt16", 4, 4, 1));
  }
}
