package dev.astrocat.thumbs.formats.fits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.decode.CfaPattern;
import dev.astrocat.thumbs.decode.Evidence;
import dev.astrocat.thumbs.decode.RowOrder;
import dev.astrocat.thumbs.testing.FitsFixture;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameKeywordsTest {

  private static final String X_TRANS = "GBGGRGRGRBGBGBGGRGGRGGBGBGBRGRGRGGBG";

  @Test
  void longKeywordsAndTellingLinesOfTheHistoryAreEvidence() throws IOException {
    FitsFixture image =
        FitsFixture.image(16, 4, 4)
            .line("HIERARCH ESO DPR TYPE = 'FLAT,SKY' / Observation type")
            .line("HIERARCH ESO DET  WIN1 NX = 2048 / not evidence")
            .line("HIERARCH BITPIX = -64 / is not BITPIX")
            .line("HISTORY read out by camera 3")
            .line("HISTORY ImageIntegration.numberOfImages: 12")
            .line("COMMENT nothing was stacked");
    assertThat(Opened.of(FitsFixture.file(image)).info().evidence())
        .containsExactly(
            new Evidence("HIERARCH ESO DPR TYPE", "FLAT,SKY"),
            new Evidence("HISTORY", "ImageIntegration.numberOfImages: 12"));
  }

  @Test
  void ofALongHistoryTheStartAndTheEndAreEvidence() throws IOException {
    FitsFixture image = FitsFixture.image(16, 4, 4);
    for (int i = 0; i < 1000; i++) {
      image.line("HISTORY stacked " + i);
    }
    List<Evidence> evidence = Opened.of(FitsFixture.file(image)).info().evidence();
    assertThat(evidence).hasSize(100);
    assertThat(evidence.get(0).value()).isEqualTo("stacked 0");
    assertThat(evidence.get(50).value()).isEqualTo("stacked 950");
    assertThat(evidence.get(99).value()).isEqualTo("stacked 999");
  }

  @ParameterizedTest
  @CsvSource({"BAYERPAT, RGGB", "COLORTYP, GBRG", "CFA-PAT, ' bggr '", "BAYERPAT, 'g r b g'"})
  void patternsAreForgivenCaseAndBlanks(String keyword, String value) throws IOException {
    assertThat(cfa(FitsFixture.image(16, 4, 4).keyword(keyword, value)))
        .hasValue(CfaPattern.bayer(value.replace(" ", "").toUpperCase(Locale.ROOT)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"NONE", "INVALID", "TRUE", "RGB", "RRGB", "../../x", "MONO", ""})
  void otherWordsAreNoPattern(String value) throws IOException {
    assertThat(cfa(FitsFixture.image(16, 4, 4).keyword("BAYERPAT", value))).isEmpty();
  }

  @Test
  void nextKeywordCountsWhenTheFirstSaysNothing() throws IOException {
    FitsFixture image = FitsFixture.image(16, 4, 4).keyword("BAYERPAT", "NONE");

    assertThat(cfa(image.keyword("COLORTYP", "GRBG"))).hasValue(CfaPattern.bayer("GRBG"));
  }

  /** Worked out by hand: RGGB has R G in its upper row and G B in its lower one. */
  @ParameterizedTest
  @CsvSource({
    "4, 0, 0, TOP-DOWN, RGGB",
    "4, 0, 0, BOTTOM-UP, GBRG",
    "5, 0, 0, BOTTOM-UP, RGGB",
    "4, 1, 0, TOP-DOWN, GRBG",
    "4, 0, 1, TOP-DOWN, GBRG",
    "4, 1, 1, TOP-DOWN, BGGR",
    "4, 2, -1, TOP-DOWN, GBRG",
    "4, 0, 1, BOTTOM-UP, RGGB",
    "5, 1, 0, bottom_up, GRBG"
  })
  void patternIsBroughtToTheFirstStoredRow(
      int height, int dx, int dy, String order, String expected) throws IOException {
    FitsFixture image =
        FitsFixture.image(16, 4, height)
            .keyword("BAYERPAT", "RGGB")
            .keyword("XBAYROFF", dx)
            .keyword("YBAYROFF", dy)
            .keyword("ROWORDER", order);

    assertThat(cfa(image)).hasValue(CfaPattern.bayer(expected));
  }

  @Test
  void xTransHasSixRowsToFlip() throws IOException {
    FitsFixture image =
        FitsFixture.image(16, 12, 12).keyword("BAYERPAT", X_TRANS.toLowerCase(Locale.ROOT));

    assertThat(cfa(image)).hasValue(CfaPattern.xTrans(X_TRANS));
    assertThat(cfa(image.keyword("ROWORDER", "BOTTOM-UP")))
        .hasValue(CfaPattern.xTrans("GRGGBGBGBRGRGRGGBGGBGGRGRGRBGBGBGGRG"));
  }

  @Test
  void onlyASinglePlaneIsAMosaic() throws IOException {
    assertThat(cfa(FitsFixture.image(16, 4, 4, 3).keyword("BAYERPAT", "RGGB"))).isEmpty();
    assertThat(cfa(FitsFixture.image(16, 4, 4, 1).keyword("BAYERPAT", "RGGB"))).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "TOP-DOWN, TOP_DOWN",
    "'bottom-up ', BOTTOM_UP",
    "BOTTOM UP, BOTTOM_UP",
    "sideways, UNSPECIFIED"
  })
  void rowOrderIsRead(String value, RowOrder expected) throws IOException {
    byte[] file = FitsFixture.image(16, 4, 4).keyword("ROWORDER", value).bytes();

    assertThat(Opened.of(file).info().rowOrder()).isEqualTo(expected);
  }

  private static Optional<CfaPattern> cfa(FitsFixture image) throws IOException {
    return Opened.of(image.bytes()).info().cfa();
  }
}
