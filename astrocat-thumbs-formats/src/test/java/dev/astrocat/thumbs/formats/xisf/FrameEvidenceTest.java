package dev.astrocat.thumbs.formats.xisf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.decode.Evidence;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameEvidenceTest {

  private static final XisfElement HISTORY =
      XisfElement.keyword("HISTORY", "", "ImageIntegration.numberOfImages: 12");

  @Test
  void typeKeywordsPropertiesAndHistoryAreEvidence() throws IOException {
    XisfElement image =
        image()
            .attribute("imageType", "MasterLight")
            .child(
                XisfElement.keyword("IMAGETYP", "'Light Frame'", "kind"),
                XisfElement.keyword("STACKCNT", "12", ""),
                XisfElement.keyword("COMMENT", "", "nothing"),
                HISTORY,
                property("Observation:Object:Name").text("M 31"),
                property("Instrument:ExposureTime").attribute("value", "300"),
                property("PixInsight:Secret").text("no"));
    XisfElement metadata =
        new XisfElement("Metadata").child(property("XISF:CreatorApplication").text("PixInsight"));

    assertThat(evidence(image, metadata, property("Observation:Telescope").text("RC8")))
        .containsExactly(
            new Evidence("IMAGETYPE", "MasterLight"),
            new Evidence("IMAGETYP", "Light Frame"),
            new Evidence("STACKCNT", "12"),
            new Evidence("Observation:Object:Name", "M 31"),
            new Evidence("Instrument:ExposureTime", "300"),
            new Evidence("XISF:CreatorApplication", "PixInsight"),
            new Evidence("Observation:Telescope", "RC8"),
            new Evidence("HISTORY", "ImageIntegration.numberOfImages: 12"));
  }

  @Test
  void keywordsOfTheUnitAreTheImagesWhereItHasNone() throws IOException {
    XisfElement keyword = XisfElement.keyword("IMAGETYP", "'Dark'", "");

    assertThat(evidence(image(), keyword, HISTORY))
        .containsExactly(
            new Evidence("IMAGETYP", "Dark"),
            new Evidence("HISTORY", "ImageIntegration.numberOfImages: 12"));
    assertThat(evidence(image().child(XisfElement.keyword("GAIN", "1", "")), keyword))
        .containsExactly(new Evidence("GAIN", "1"));
  }

  @Test
  void longValuesAndLongListsAreCut() throws IOException {
    XisfElement image = image().child(property("Observation:A").text("x".repeat(100_000)));
    for (int i = 0; i < 1000; i++) {
      image.child(HISTORY);
    }

    List<Evidence> found = evidence(image);
    assertThat(found).hasSize(300);
    assertThat(found.get(0)).isEqualTo(new Evidence("Observation:A", "x".repeat(200)));
  }

  private static List<Evidence> evidence(XisfElement... elements) throws IOException {
    return DecodedXisf.of(XisfFixture.of(elements)).info().evidence();
  }

  private static XisfElement image() {
    return XisfElement.image(new XisfSamples("UInt16", 4, 4, 1));
  }

  private static XisfElement property(String id) {
    return XisfElement.property(id, "String");
  }
}
