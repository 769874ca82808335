package dev.astrocat.thumbs.cache.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrocat.thumbs.Demosaic;
import dev.astrocat.thumbs.Look;
import dev.astrocat.thumbs.NamedSize;
import dev.astrocat.thumbs.OutputFormat;
import dev.astrocat.thumbs.Rows;
import dev.astrocat.thumbs.Subframe;
import dev.astrocat.thumbs.ThumbnailRequest;
import dev.astrocat.thumbs.decode.ImageSelection;
import dev.astrocat.thumbs.source.ImageSource;
import dev.astrocat.thumbs.source.SourceVersion;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EntryNameTest {

  /** {@code hashlib.md5(identity.encode()).hexdigest()[:8]}, Python 3.11. */
  @ParameterizedTest
  @CsvSource({
    "/data/mount1/image001.fits, image001_a1c39dd1_thumb.jpg",
    "/data/mount2/image001.fits, image001_ba5011ab_thumb.jpg",
    "/data/mount3/deepsky.cr2, deepsky_4ba1da73_thumb.jpg",
    "s3://bucket/m31.fits, m31_50f3cdb7_thumb.jpg",
    "/data/星雲.xisf, 星雲_68ce667b_thumb.jpg"
  })
  void theOrdinaryRequestHasTheDocumentedName(String identity, String name) {
    assertThat(EntryName.of(request(identity))).isEqualTo(name);
  }

  @Test
  void whetherItIsASubframeIsNotInTheName() {
    Stream<String> names =
        Stream.of(Subframe.values())
            .map(subframe -> EntryName.of(request("a/m31.fits").subframe(subframe)));
    assertThat(names.distinct()).hasSize(1);
  }

  @Test
  void sizeLookAndFormatAreReadable() {
    ThumbnailRequest request = request("a/m31.fits");
    // python3: hashlib.md5(b"a/m31.fits").hexdigest()[:8]
    String hash = "6fc9feca";
    assertThat(
            EntryName.of(
                request.size(NamedSize.GRID).look(Look.PIXINSIGHT).format(OutputFormat.WEBP)))
        .isEqualTo("m31_" + hash + "_thumb_320_pixinsight.webp");
    assertThat(EntryName.of(request.size(500))).isEqualTo("m31_" + hash + "_thumb_500.jpg");
    assertThat(EntryName.of(request.stretch("asinh").format(OutputFormat.PNG)))
        .matches("m31_" + hash + "_thumb_[0-9a-f]{8}\\.png");
  }

  @Test
  void requestsThatDifferInMoreThanTheSubframeHaveNamesOfTheirOwn() {
    ThumbnailRequest request = request("a/m31.fits");
    Set<String> names =
        Stream.of(
                request,
                request.size(320),
                request.format(OutputFormat.PNG),
                request.look(Look.PIXINSIGHT),
                request.stretch("none"),
                request.stretch("asinh"),
                request.demosaic(Demosaic.OFF),
                request.rows(Rows.STORED),
                request.rows(Rows.FLIPPED),
                request.selection(ImageSelection.DEFAULT.withImage(1)),
                request.selection(ImageSelection.DEFAULT.withPlane(1)),
                request("b/m31.fits"))
            .map(EntryName::of)
            .collect(Collectors.toSet());
    assertThat(names).hasSize(12).allMatch(EntryName::isThumbnail);
  }

  @ParameterizedTest
  @CsvSource({
    "m31.fits.fz, m31",
    "m31.FIT.GZ, m31",
    "m31.fz, m31",
    "NGC 7000.Ha.5s.fits, NGC 7000.Ha.5s",
    "ngc.7000.gz, ngc.7000",
    "noextension, noextension",
    "dot., dot.",
    ".hidden, _hidden",
    "..., _..",
    ".fits, _fits",
    "con.fits, _con",
    "Aux.flat.fits, _Aux.flat",
    "constellation.fits, constellation",
    "höhe Ångström.xisf, höhe Ångström",
    "'a<b>c:d\"e|f?g*h.fits', a_b_c_d_e_f_g_h",
    "'a\\b.fits', a_b"
  })
  void stemsAreReadableAndSafe(String fileName, String stem) {
    assertThat(Stem.of(fileName, 200)).isEqualTo(stem);
  }

  @Test
  void whatCannotBeSeenOrEncodedBecomesAnUnderscore() {
    assertThat(Stem.of("a\u202Eb\u0007c\uD800d\u2028e\uFFFDf\uFEFF.fits", 200))
        .isEqualTo("a_b_c_d_e_f_");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "ä", "星", "😀"})
  void longNamesAreCutBetweenCharacters(String character) {
    String name = EntryName.of(request(character.repeat(300) + ".fits").stretch("asinh").size(320));
    int bytes = name.getBytes(StandardCharsets.UTF_8).length;
    assertThat(bytes).isBetween(252, 255);
    assertThat(name).startsWith(character).doesNotContain("\uFFFD", "?");
    assertThat(EntryName.isThumbnail(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "annotated_12.jpg",
        "annotated_a1b2c3d4.jpg",
        "m31_a1b2c3d4_curve",
        "m31_a1b2c3d4_failed",
        "_a1b2c3d4_thumb.jpg",
        "m31_thumb.jpg",
        "m31_A1B2C3D4_thumb.jpg",
        "m31_a1b2c3d4_thumb.jpg.bak",
        "m31_a1b2c3d4_thumb.gif",
        "m31_a1b2c3d4_thumb_.jpg"
      })
  void otherFilesAreNoThumbnails(String name) {
    assertThat(EntryName.isThumbnail(name)).isFalse();
  }

  @Test
  void anOpenLookIsRefused() {
    ThumbnailRequest request = ThumbnailRequest.of(ImageSource.of("m31.fits", new byte[0]));
    assertThatThrownBy(() -> EntryName.of(request)).isInstanceOf(IllegalArgumentException.class);
  }

  private static ThumbnailRequest request(String identity) {
    ImageSource source =
        ImageSource.stream(
            identity,
            new SourceVersion("1"),
            () -> {
              throw new java.io.IOException("never read");
            });
    return ThumbnailRequest.of(source).look(Look.ASTROCAT);
  }
}
