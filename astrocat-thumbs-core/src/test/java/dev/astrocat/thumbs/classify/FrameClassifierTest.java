package dev.astrocat.thumbs.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.classify.Finding.Bearing;
import dev.astrocat.thumbs.decode.Evidence;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.PixelNature;
import dev.astrocat.thumbs.decode.SampleType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

final class FrameClassifierTest {

  /** {@code header}: keyword=value; keyword=value. {@code telling}: what supports the verdict. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvFileSource(resources = "frames.csv", numLinesToSkip = 1, delimiter = '|')
  void headersOfRealProgramsAreUnderstood(
      String program, String header, FrameKind kind, Certainty certainty, String telling) {
    Classification frame = classify(PixelNature.LINEAR, "a.fits", header);
    assertThat(frame.kind()).isEqualTo(kind);
    assertThat(frame.certainty()).isEqualTo(certainty);
    assertThat(frame.support().stream().map(Finding::keyword))
        .containsExactlyElementsOf(telling == null ? List.of() : List.of(telling.split(", ")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "IMAGETYP=Master Light; STACKCNT=1               | MASTER_LIGHT | STACKCNT",
        "STACKCNT=1; HISTORY=Average combine of images   | UNKNOWN      | HISTORY",
        "IMAGETYPE=Dark; IMAGETYP=Light Frame            | DARK         | IMAGETYP",
        "IMAGETYP=Light Frame; OBJECT=Flat               | LIGHT        | OBJECT",
        "IMAGETYP=FLAT; OBSTYPE=object                   | FLAT         | OBSTYPE"
      })
  void contradictionsAreListed(String header, FrameKind kind, String overruled) {
    Classification frame = classify(PixelNature.LINEAR, "a.fits", header);
    assertThat(frame.kind()).isEqualTo(kind);
    assertThat(frame.contradictions().stream().map(Finding::keyword)).containsExactly(overruled);
  }

  @ParameterizedTest
  @CsvSource({
    "masterLight_BIN-1_4144x2822_FILTER-Ha.xisf,    MASTER_LIGHT",
    "masterDark_60s.xisf,                           MASTER_DARK",
    "master_flat_dark_2s.fits,                      MASTER_FLAT_DARK",
    "MasterBias.fit,                                MASTER_BIAS",
    "ngc7000_integration.xisf,                      INTEGRATED",
    "integration1.xisf,                             INTEGRATED",
    "r_pp_light_stacked.fit,                        INTEGRATED",
    "Stacked_10_M42_10.0s_20240101.fit,             INTEGRATED",
    "result_3600s.fit,                              INTEGRATED",
    "Autosave001.tif,                               INTEGRATED",
    "Light_M42_300.0s_Bin1_gain100_0001.fit,        LIGHT",
    "Dark_300.0s_Bin1_0001.fit,                     DARK",
    "folder/Flat_12.fit,                            FLAT",
    "C:\\night\\Bias_0001.fit,                      BIAS",
    "DarkFlat_2s_0001.fit,                          FLAT_DARK",
    "masterpiece.fits,                              UNKNOWN",
    "lighthouse.fits,                               UNKNOWN",
    "m31.fits,                                      UNKNOWN",
    "masterDark/m31.fits,                           UNKNOWN"
  })
  void aNameIsAHint(String name, FrameKind kind) {
    Classification frame = classify(PixelNature.LINEAR, name, "");
    assertThat(frame.kind()).isEqualTo(kind);
    assertThat(frame.certainty()).isEqualTo(Certainty.ASSUMED);
  }

  @Test
  void aNameIsOverruledByWhatTheFileSays() {
    Classification frame = classify(PixelNature.LINEAR, "dark_stacked.fits", "IMAGETYP=Light");
    assertThat(frame.kind()).isEqualTo(FrameKind.LIGHT);
    assertThat(frame.contradictions().stream().map(Finding::keyword)).containsExactly("FILENAME");
  }

  @Test
  void eightBitsInAnOrdinaryFormatAreFinishedWhateverTheHeaderSays() {
    Classification frame =
        classify(PixelNature.DISPLAY_READY, "a.tif", "IMAGETYP=Light Frame; STACKCNT=3");
    assertThat(frame.kind()).isEqualTo(FrameKind.DISPLAY_READY);
    assertThat(frame.support().stream().map(Finding::keyword)).containsExactly("FORMAT");
    assertThat(frame.findings().stream().map(Finding::bearing))
        .containsExactly(Bearing.SUPPORTS, Bearing.ASIDE, Bearing.ASIDE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CTYPE1=RA---TAN; CTYPE2=DEC--TAN; CRVAL1=1; CRVAL2=2; CD1_1=1e-4      | SOLVED",
        "CTYPE1=RA---TAN-SIP; CTYPE2=DEC--TAN-SIP; CRVAL1=1; CRVAL2=2; CDELT1=1 | SOLVED",
        "CTYPE1=DEC--CAR; CTYPE2=RA---CAR; CRVAL1=1; CRVAL2=2; PC1_1=1          | SOLVED",
        "CTYPE1=GLON-AIT; CTYPE2=GLAT-AIT; CRVAL1=1; CRVAL2=2; CDELT1=1         | SOLVED",
        "PCL:AstrometricSolution:ProjectionSystem=Gnomonic                      | SOLVED",
        "CTYPE1=RA---TAN; CTYPE2=DEC--TAN; CRVAL1=1; CRVAL2=2                   | NONE",
        "CTYPE1=RA---TAN; CTYPE2=DEC--TAN; CD1_1=1e-4                           | NONE",
        "CTYPE1=RA---TAN; CTYPE2=DEC--TAN; CRVAL1=1; CRVAL2=2; CD1_1=0.0        | NONE",
        "CTYPE1=RA---TAN; CTYPE2=DEC--TAN; CRVAL1=1; CRVAL2=2; CD1_1=0; CD1_2=2 | SOLVED",
        "CTYPE1=WAVE; CTYPE2=LINEAR; CRVAL1=1; CRVAL2=2; CDELT1=1               | NONE",
        "CTYPE1=PIXEL; CTYPE2=PIXEL; CRVAL1=1; CRVAL2=2; CDELT1=1               | NONE",
        "RA=10.68; DEC=41.27; OBJCTRA=00 42 44; OBJCTDEC=+41 16 09              | NONE"
      })
  void aPlateSolutionIsMoreThanAPointing(String header, PlateSolution solution) {
    Classification frame = classify(PixelNature.LINEAR, "a.fits", header);
    assertThat(frame.plateSolution()).isEqualTo(solution);
    assertThat(frame.kind()).isEqualTo(FrameKind.UNKNOWN);
  }

  @Test
  void aLongHistoryIsToldOnceAndShort() {
    String line = "ImageIntegration.inputFile: " + "x".repeat(300);
    List<Evidence> history =
        IntStream.range(0, 5000).mapToObj(i -> new Evidence("HISTORY", line + i)).toList();
    ImageInfo info = ImageInfo.of(8, 6, 1, SampleType.U16).withEvidence(history);
    Classification frame = FrameClassifier.classify(info, "a.fits");
    assertThat(frame.kind()).isEqualTo(FrameKind.INTEGRATED);
    assertThat(frame.findings()).hasSize(1);
    assertThat(frame.findings().get(0).value()).hasSize(100);
  }

  private static Classification classify(PixelNature nature, String name, String header) {
    List<Evidence> evidence =
        Arrays.stream(header.split(";"))
            .filter(card -> card.contains("="))
            .map(card -> card.split("=", 2))
            .map(card -> new Evidence(card[0].strip(), card[1].strip()))
            .toList();
    return FrameClassifier.classify(
        ImageInfo.of(8, 6, 1, SampleType.U16).withNature(nature).withEvidence(evidence), name);
  }
}
