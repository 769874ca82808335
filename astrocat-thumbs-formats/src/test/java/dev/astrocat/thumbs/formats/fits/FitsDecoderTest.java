package dev.astrocat.thumbs.formats.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.astrocat.thumbs.Decision;
import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.ThumbnailException;
import dev.astrocat.thumbs.decode.Evidence;
import dev.astrocat.thumbs.decode.FormatDecoder;
import dev.astrocat.thumbs.decode.ImageSelection;
import dev.astrocat.thumbs.decode.PixelNature;
import dev.astrocat.thumbs.decode.RowOrder;
import dev.astrocat.thumbs.decode.SampleType;
import dev.astrocat.thumbs.decode.Scaling;
import dev.astrocat.thumbs.testing.FitsFixture;
import java.io.IOException;
import java.util.ServiceLoader;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FitsDecoderTest {

  private static final ImageSelection DEFAULT = ImageSelection.DEFAULT;

  @ParameterizedTest
  @CsvSource({
    "8, U8, 0, 255",
    "16, S16, -32768, 32767",
    "32, S32, -2147483648, 2147483647",
    "64, S64, -1099511627776, 4503599627370496",
    "-32, F32, -0.25, 1e30",
    "-64, F64, -1e-300, 1e300"
  })
  void everyBitpixKeepsItsStoredSamples(int bitpix, SampleType type, double low, double high)
      throws IOException {
    Opened image = Opened.of(FitsFixture.image(bitpix, 3, 2).stored(low, 1, 2, 3, 4, high).bytes());

    assertThat(image.info().type()).isEqualTo(type);
    assertThat(image.info().width()).isEqualTo(3);
    assertThat(image.info().height()).isEqualTo(2);
    assertThat(image.info().nature()).isEqualTo(PixelNature.LINEAR);
    assertThat(image.samples()[0])
        .containsExactly(
            type == SampleType.F32
                ? new double[] {low, 1, 2, 3, 4, (float) high}
                : new double[] {low, 1, 2, 3, 4, high});
  }

  @Test
  void notANumberAndInfinityPassThrough() throws IOException {
    double[] stored = {Double.NaN, Double.POSITIVE_INFINITY, -0.0, 5};

    assertThat(Opened.of(FitsFixture.image(-32, 2, 2).stored(stored).bytes()).samples()[0])
        .containsExactly(stored);
  }

  @Test
  void unsignedConventionIsAScaling() throws IOException {
    byte[] file =
        FitsFixture.image(16, 2, 2).keyword("BZERO", 32768).keyword("BSCALE", "1").bytes();

    assertThat(Opened.of(file).info().type()).isEqualTo(SampleType.S16);
    assertThat(Opened.of(file).info().scaling()).isEqualTo(new Scaling(1, 32768));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 5, 0, 5",
    "NaN, 1, NaN, 1",
    "1e308, -1E+308, 1e308, -1e308",
    "2.5D-1, 1d2, .25, 100"
  })
  void oddScalingsDoNotThrow(String bscale, String bzero, double scale, double zero)
      throws IOException {
    byte[] file = FitsFixture.image(16, 2, 2).card("BSCALE", bscale).card("BZERO", bzero).bytes();

    assertThat(Opened.of(file).info().scaling()).isEqualTo(new Scaling(scale, zero));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-32768", "-32768.0", "-3.2768E4"})
  void blankIsTheStoredValue(String blank) throws IOException {
    byte[] file = FitsFixture.image(16, 2, 2).card("BLANK", blank).bytes();

    assertThat(Opened.of(file).info().blank()).hasValue(-32768);
  }

  @Test
  void blankMeansNothingForFloats() throws IOException {
    byte[] file = FitsFixture.image(-32, 2, 2).keyword("BLANK", 7).bytes();

    assertThat(Opened.of(file).info().blank()).isEmpty();
  }

  @Test
  void firstImageOfItsOwnIsChosen() throws IOException {
    byte[] file =
        FitsFixture.file(
            FitsFixture.empty(),
            FitsFixture.table(4, 5).keyword("TFIELDS", 1).keyword("TFORM1", "1J"),
            FitsFixture.image(8, 9, 9).named("Thumbnail"),
            FitsFixture.image(16, 0, 9).named("SCI"),
            FitsFixture.image(16, 9, 9).named("IFU1.DQ"),
            FitsFixture.image(-32, 3, 2).named("sci").stored(i -> i),
            FitsFixture.image(16, 4, 4));

    Opened image = Opened.of(file);

    assertThat(image.samples()[0]).containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(image.info().decisions())
        .containsExactly(new Decision("image", "HDU 5 (SCI)", "the first image of its own"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ICCProfile",
        "Thumbnail",
        "HDRLET",
        "WCS",
        "D2IM",
        "DQ",
        "BPM",
        "ERR",
        "VAR",
        "WHT"
      })
  void companionsAreShownOnlyWhenAlone(String name) throws IOException {
    FitsFixture companion = FitsFixture.image(8, 9, 9).named(name);
    FitsFixture science = FitsFixture.image(16, 3, 2);

    assertThat(Opened.of(FitsFixture.file(FitsFixture.empty(), companion, science)).info().width())
        .isEqualTo(3);
    assertThat(Opened.of(FitsFixture.file(FitsFixture.empty(), companion)).info().width())
        .isEqualTo(9);
  }

  @Test
  void anyImageCanBeAskedForByItsHdu() throws IOException {
    byte[] file =
        FitsFixture.file(
            FitsFixture.image(16, 3, 2),
            FitsFixture.image(8, 5, 4).named("DQ"),
            FitsFixture.empty());

    assertThat(Opened.of(file, DEFAULT.withImage(1)).info().width()).isEqualTo(5);
    assertFails(file, DEFAULT.withImage(2), ErrorCode.NO_IMAGE);
    assertFails(file, DEFAULT.withImage(3), ErrorCode.NO_IMAGE);
  }

  @Test
  void filesWithoutImagesSaySo() {
    FitsFixture line = FitsFixture.image(-32, 100);
    FitsFixture groups =
        FitsFixture.image(-32, 0, 3, 2)
            .keyword("GROUPS", true)
            .keyword("PCOUNT", 2)
            .keyword("GCOUNT", 4)
            .data(new byte[(2 + 6) * 4 * 4]);

    assertFails(FitsFixture.empty().bytes(), DEFAULT, ErrorCode.NO_IMAGE);
    assertFails(FitsFixture.file(line), DEFAULT, ErrorCode.NO_IMAGE);
    assertFails(FitsFixture.file(groups), DEFAULT, ErrorCode.NO_IMAGE);
  }

  @Test
  void extensionInheritsFromThePrimaryButNotItsScaling() throws IOException {
    FitsFixture primary =
        FitsFixture.empty()
            .keyword("IMAGETYP", "Light Frame")
            .keyword("ROWORDER", "TOP-DOWN")
            .keyword("BZERO", 32768)
            .keyword("OBJECT", "M 31");
    FitsFixture extension = FitsFixture.image(16, 4, 4).keyword("OBJECT", "M 42");

    Opened image = Opened.of(FitsFixture.file(primary, extension));

    assertThat(image.info().scaling()).isEqualTo(Scaling.IDENTITY);
    assertThat(image.info().rowOrder()).isEqualTo(RowOrder.TOP_DOWN);
    assertThat(image.info().evidence())
        .contains(new Evidence("IMAGETYP", "Light Frame"), new Evidence("OBJECT", "M 42"))
        .doesNotContain(new Evidence("OBJECT", "M 31"));
    extension.keyword("INHERIT", false);
    assertThat(Opened.of(FitsFixture.file(primary, extension)).info().rowOrder())
        .isEqualTo(RowOrder.UNSPECIFIED);
  }

  @Test
  void axesOfLengthOneAreSqueezed() throws IOException {
    double[] ramp = DoubleStream.iterate(0, v -> v + 1).limit(6).toArray();

    for (int[] axes : new int[][] {{3, 2, 1}, {3, 2, 1, 1}, {1, 3, 2}, {3, 1, 2}}) {
      Opened image = Opened.of(FitsFixture.image(16, axes).stored(ramp).bytes());
      assertThat(image.info().width()).isEqualTo(3);
      assertThat(image.info().height()).isEqualTo(2);
      assertThat(image.samples()[0]).containsExactly(ramp);
    }
    assertThat(Opened.of(FitsFixture.image(16, 50, 1).bytes()).info().height()).isEqualTo(1);
    assertThat(Opened.of(FitsFixture.image(16, 1, 50).bytes()).info().width()).isEqualTo(1);
  }

  @Test
  void threePlanesAreColourAndEachCanBeChosen() throws IOException {
    byte[] file = FitsFixture.image(16, 2, 2, 3).stored(i -> i).bytes();

    Opened colour = Opened.of(file);
    Opened green = Opened.of(file, DEFAULT.withPlane(1));

    assertThat(colour.info().channels()).isEqualTo(3);
    assertThat(colour.samples()[2]).containsExactly(8, 9, 10, 11);
    assertThat(green.info().channels()).isEqualTo(1);
    assertThat(green.samples()[0]).containsExactly(4, 5, 6, 7);
    assertFails(file, DEFAULT.withPlane(3), ErrorCode.NO_IMAGE);
  }

  @Test
  void cubesShowTheirFirstPlaneOrTheOneAskedFor() throws IOException {
    byte[] file = FitsFixture.image(16, 2, 2, 5, 2).stored(i -> i).bytes();

    Opened first = Opened.of(file);

    assertThat(first.samples()[0]).containsExactly(0, 1, 2, 3);
    assertThat(first.info().decisions())
        .extracting(Decision::name, Decision::value, Decision::reason)
        .contains(tuple("plane", "0", "the first of 10"));
    assertThat(Opened.of(file, DEFAULT.withPlane(9)).samples()[0]).containsExactly(36, 37, 38, 39);
  }

  @Test
  void pixelsWithColoursInnermostAreSeparated() throws IOException {
    byte[] file = FitsFixture.image(-32, 3, 6, 5).stored(i -> i).bytes();

    Opened image = Opened.of(file);

    assertThat(image.info().width()).isEqualTo(6);
    assertThat(image.info().height()).isEqualTo(5);
    assertThat(image.samples()[0]).startsWith(0, 3, 6);
    assertThat(image.samples()[2]).startsWith(2, 5, 8).endsWith(86, 89);
    assertThat(Opened.of(file, DEFAULT.withPlane(1)).samples()[0]).startsWith(1, 4, 7);
  }

  @Test
  void missingPaddingBehindTheLastHduIsForgiven() throws IOException {
    byte[] file = FitsFixture.image(16, 3, 2).stored(i -> i).bytes();

    assertThat(Opened.of(java.util.Arrays.copyOf(file, 2880 + 12)).samples()[0])
        .containsExactly(0, 1, 2, 3, 4, 5);
  }

  @Test
  void serviceLoaderFindsIt() {
    assertThat(ServiceLoader.load(FormatDecoder.class))
        .anySatisfy(decoder -> assertThat(decoder).isInstanceOf(FitsDecoder.class));
  }

  private static void assertFails(byte[] file, ImageSelection selection, ErrorCode code) {
    assertThatThrownBy(() -> Opened.of(file, selection))
        .isInstanceOfSatisfying(
            ThumbnailException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
