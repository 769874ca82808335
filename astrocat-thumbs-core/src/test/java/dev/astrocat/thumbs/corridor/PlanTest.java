package dev.astrocat.thumbs.corridor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.Decision;
import dev.astrocat.thumbs.Demosaic;
import dev.astrocat.thumbs.Look;
import dev.astrocat.thumbs.PlateSolved;
import dev.astrocat.thumbs.Rows;
import dev.astrocat.thumbs.Subframe;
import dev.astrocat.thumbs.ThumbnailRequest;
import dev.astrocat.thumbs.classify.FrameClassifier;
import dev.astrocat.thumbs.decode.CfaPattern;
import dev.astrocat.thumbs.decode.Evidence;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.Orientation;
import dev.astrocat.thumbs.decode.PixelNature;
import dev.astrocat.thumbs.decode.Range;
import dev.astrocat.thumbs.decode.RowOrder;
import dev.astrocat.thumbs.decode.SampleType;
import dev.astrocat.thumbs.decode.StoredStretch;
import dev.astrocat.thumbs.source.ImageSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlanTest {

  private static final ImageInfo INFO = ImageInfo.of(8, 6, 1, SampleType.U16);

  private static final ThumbnailRequest REQUEST =
      ThumbnailRequest.of(ImageSource.of("a.fits", new byte[1]));

  @ParameterizedTest
  @CsvSource({
    "ASTROCAT,   LINEAR,        AUTO, astrocat",
    "ASTROCAT,   LINEAR,        YES,  astrocat",
    "ASTROCAT,   LINEAR,        NO,   percentile",
    "ASTROCAT,   UNKNOWN,       AUTO, percentile",
    "ASTROCAT,   UNKNOWN,       YES,  astrocat",
    "ASTROCAT,   DISPLAY_READY, AUTO, none",
    "ASTROCAT,   DISPLAY_READY, YES,  astrocat",
    "ASTROCAT,   DISPLAY_READY, NO,   none"
  })
  void theLookChoosesTheStretch(Look look, PixelNature nature, Subframe subframe, String stretch) {
    Plan plan = plan(INFO.withNature(nature), REQUEST.look(look).subframe(subframe));
    assertThat(plan.stretch().words()).isEqualTo(stretch);
    assertThat(reasonOf(plan, "stretch")).isNotEmpty();
    assertThat(reasonOf(plan, "subframe")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "IMAGETYP, Light Frame,        astrocat",
    "IMAGETYP, LIGHT,              astrocat",
    "IMAGETYP, Master Light,       percentile",
    "IMAGETYP, masterLight,        percentile",
    "FRAMETYP, Integrated,         percentile",
    "STACKCNT, 12,                 percentile",
    "STACKCNT, 1,                  astrocat",
    "NCOMBINE, 40.0,               percentile",
    "NCOMBINE, many,               astrocat",
    "OBJECT,   Master of puppets,  astrocat"
  })
  void stacksAreNoSubframes(String keyword, String value, String stretch) {
    ImageInfo info =
        INFO.withNature(PixelNature.LINEAR).withEvidence(List.of(new Evidence(keyword, value)));
    assertThat(plan(info, REQUEST).stretch().words()).isEqualTo(stretch);
    assertThat(plan(info, REQUEST.subframe(Subframe.YES)).stretch().words()).isEqualTo("astrocat");
  }

  @ParameterizedTest
  @CsvSource({
    "LINEAR,        AUTO, OBJECT=M 31,                 yes, pixinsight",
    "LINEAR,        NO,   OBJECT=M 31,                 no,  pixinsight",
    "LINEAR,        AUTO, IMAGETYP=Master Light,       no,  pixinsight",
    "LINEAR,        AUTO, SOFTWARE=GIMP,               no,  pixinsight-unless-bright",
    "UNKNOWN,       AUTO, OBJECT=M 31,                 no,  pixinsight-unless-bright",
    "UNKNOWN,       AUTO, IMAGETYP=Light Frame,        yes, pixinsight",
    "UNKNOWN,       YES,  OBJECT=M 31,                 yes, pixinsight",
    "SCENE,         AUTO, MODEL=EOS,                   yes, pixinsight",
    "SCENE,         NO,   MODEL=EOS,                   no,  camera",
    "DISPLAY_READY, AUTO, IMAGETYP=Light Frame,        no,  none",
    "DISPLAY_READY, YES,  OBJECT=M 31,                 yes, pixinsight"
  })
  void thePixInsightLookStretchesAllThatIsLinear(
      PixelNature nature, Subframe subframe, String card, String decided, String stretch) {
    ImageInfo info = INFO.withNature(nature).withEvidence(List.of(evidence(card)));
    Plan plan = plan(info, REQUEST.look(Look.PIXINSIGHT).subframe(subframe));
    assertThat(plan.stretch().words()).isEqualTo(stretch);
    assertThat(plan.decisions())
        .filteredOn(d -> d.name().equals("subframe"))
        .extracting(Decision::value)
        .containsExactly(decided);
  }

  @Test
  void theDisplayFunctionOfAFileIsThePixInsightLook() {
    StoredStretch stored =
        new StoredStretch.DisplayFunction(List.of(new StoredStretch.Channel(0.01, 0.001, 1, 0, 1)));
    ImageInfo info = INFO.withNature(PixelNature.LINEAR).withStoredStretch(stored);
    assertThat(plan(info, REQUEST.look(Look.PIXINSIGHT)).stretch().words()).isEqualTo("stored");
    assertThat(plan(info, REQUEST).stretch().words()).isEqualTo("astrocat");
  }

  @Test
  void blackAndWhitePointsOfAHeaderAreNoLook() {
    StoredStretch stored = new StoredStretch.Window("CBLACK CWHITE", new Range(0, 1));
    ImageInfo info = INFO.withNature(PixelNature.LINEAR).withStoredStretch(stored);
    assertThat(plan(info, REQUEST.look(Look.PIXINSIGHT)).stretch().words()).isEqualTo("pixinsight");
  }

  @Test
  void aPlateSolutionCountsOnlyIfItIsSaidTo() {
    List<Evidence> solution =
        Stream.of("CTYPE1=RA---TAN", "CTYPE2=DEC--TAN", "CRVAL1=1", "CRVAL2=2", "CD1_1=1")
            .map(PlanTest::evidence)
            .toList();
    ImageInfo info = INFO.withNature(PixelNature.LINEAR).withEvidence(solution);
    ThumbnailRequest finished = REQUEST.plateSolved(PlateSolved.MEANS_NO_SUBFRAME);
    assertThat(plan(info, REQUEST).stretch().words()).isEqualTo("astrocat");
    assertThat(plan(info, finished).stretch().words()).isEqualTo("percentile");
    assertThat(plan(info, finished.subframe(Subframe.YES)).stretch().words()).isEqualTo("astrocat");
    assertThat(plan(INFO.withNature(PixelNature.LINEAR), finished).stretch().words())
        .isEqualTo("astrocat");
  }

  private static Evidence evidence(String card) {
    String[] parts = card.split("=", 2);
    return new Evidence(parts[0], parts[1]);
  }

  @Test
  void aStretchThatIsAskedForIsTaken() {
    Plan plan = plan(INFO, REQUEST.stretch("asinh").subframe(Subframe.YES));
    assertThat(plan.stretch().words()).isEqualTo("asinh");
    assertThat(reasonOf(plan, "stretch")).isEqualTo("asked for");
  }

  @ParameterizedTest
  @CsvSource({
    "UNSPECIFIED, AUTO,    IDENTITY",
    "TOP_DOWN,    AUTO,    IDENTITY",
    "BOTTOM_UP,   AUTO,    FLIP_VERTICAL",
    "BOTTOM_UP,   STORED,  IDENTITY",
    "TOP_DOWN,    FLIPPED, FLIP_VERTICAL",
    "UNSPECIFIED, FLIPPED, FLIP_VERTICAL"
  })
  void rowsAreTurnedAsTheFileOrTheCallerSays(RowOrder order, Rows rows, Orientation wanted) {
    Plan plan = plan(INFO.withRowOrder(order), REQUEST.rows(rows));
    assertThat(plan.orientation()).isEqualTo(wanted);
  }

  @Test
  void flippedRowsComeBeforeTheCamerasOrientation() {
    ImageInfo info = INFO.withRowOrder(RowOrder.BOTTOM_UP).withOrientation(Orientation.ROTATE_90);
    assertThat(plan(info, REQUEST).orientation()).isEqualTo(Orientation.TRANSPOSE);
  }

  @Test
  void mosaicsBecomeColourUnlessTurnedOff() {
    ImageInfo info = INFO.withCfa(Optional.of(CfaPattern.bayer("RGGB")));
    assertThat(plan(info, REQUEST).demosaic()).isEqualTo(Demosaic.ON);
    assertThat(plan(info, REQUEST.demosaic(Demosaic.OFF)).demosaic()).isEqualTo(Demosaic.OFF);
    assertThat(plan(INFO, REQUEST).demosaic()).isEqualTo(Demosaic.OFF);
  }

  @Test
  void theDecodersDecisionsComeFirst() {
    ImageInfo info = INFO.withDecision("hdu", "2", "the first with an image");
    assertThat(plan(info, REQUEST).decisions().get(0).name()).isEqualTo("hdu");
  }

  private static Plan plan(ImageInfo info, ThumbnailRequest request) {
    return Plan.of(info, FrameClassifier.classify(info, request.source().name()), request);
  }

  private static String reasonOf(Plan plan, String name) {
    return plan.decisions().stream()
        .filter(d -> d.name().equals(name))
        .map(Decision::reason)
        .findFirst()
        .orElse("");
  }
}
