package dev.astrocat.thumbs.demo.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.Thumbnail;
import dev.astrocat.thumbs.ThumbnailException;
import dev.astrocat.thumbs.ThumbnailGenerator;
import dev.astrocat.thumbs.decode.FormatDecoder;
import dev.astrocat.thumbs.testing.Corpus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Real RAW files on a machine without LibRaw: their previews, or that there are none. */
final class PreviewCorpusTest {

  /** Found by looking for FF D8 FF and the frame header behind it, in Python. */
  private static final Map<String, String> PREVIEWS =
      Map.of(
          "boost-gil__RAW_CANON_D30_SRGB.CRW", "1440 x 960",
          "magick.net__DSC8695.dng", "600 x 400",
          "rawtran__IMG_5952.CR2", "1728 x 1152",
          "skia__dng_with_preview.dng", "600 x 338",
          "skia__sample_1mp_rotated.dng", "256 x 144");

  @Test
  void theLargestPreviewStandsIn() throws IOException {
    Corpus corpus = Corpus.orSkip();
    Map<String, String> found = new TreeMap<>();
    int checked = 0;
    try (ThumbnailGenerator thumbnails =
        ThumbnailGenerator.builder().onlyDecoders(embeddedPreview()).build()) {
      for (Map<String, String> row : corpus.manifest()) {
        Path file = corpus.folder().resolve(row.get("path"));
        if (row.get("path").startsWith("raw/")) {
          checked++;
          outcome(thumbnails, file, found);
        }
      }
    }
    assertThat(checked).isPositive().isEqualTo(corpus.files("raw"));
    assertThat(found).containsExactlyInAnyOrderEntriesOf(PREVIEWS);
  }

  private static void outcome(ThumbnailGenerator thumbnails, Path file, Map<String, String> found) {
    try {
      Thumbnail picture = thumbnails.generate(file);
      String size = picture.report().sourceWidth() + " x " + picture.report().sourceHeight();
      found.put(file.getFileName().toString(), size);
    } catch (DecodeException e) {
      assertThat(e.code()).as(file.toString()).isEqualTo(ErrorCode.FORMAT_UNSUPPORTED);
      assertThat(e).hasMessageContaining("embedded");
    }
  }

  private static FormatDecoder embeddedPreview() {
    return ServiceLoader.load(FormatDecoder.class, ThumbnailException.class.getClassLoader())
        .stream()
        .map(ServiceLoader.Provider::get)
        .filter(decoder -> decoder.id().equals("embedded-preview"))
        .findFirst()
        .orElseThrow();
  }
}
