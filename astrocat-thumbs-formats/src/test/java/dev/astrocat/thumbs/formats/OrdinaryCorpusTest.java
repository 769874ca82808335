package dev.astrocat.thumbs.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.Limits;
import dev.astrocat.thumbs.ThumbnailException;
import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.decode.FormatDecoder;
import dev.astrocat.thumbs.decode.ImageSelection;
import dev.astrocat.thumbs.decode.Match;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.RowBand;
import dev.astrocat.thumbs.decode.SourceHead;
import dev.astrocat.thumbs.source.ImageSource;
import dev.astrocat.thumbs.source.SourceBytes;
import dev.astrocat.thumbs.testing.Corpus;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** Every ordinary image of the corpus gives what its manifest says, alone with the decoders. */
class OrdinaryCorpusTest {

  private static final String PICTURE = "picture";

  private final List<FormatDecoder> decoders =
      ServiceLoader.load(FormatDecoder.class).stream()
          .map(ServiceLoader.Provider::get)
          .sorted(Comparator.comparing(FormatDecoder::id))
          .toList();

  @Test
  void everyOrdinaryImageGivesWhatItsManifestSays() throws IOException {
    Corpus corpus = Corpus.orSkip();
    List<String> wrong = new ArrayList<>();
    int checked = 0;
    for (Map<String, String> row : corpus.manifest()) {
      String path = row.getOrDefault("path", "");
      if (path.startsWith("standard/") || path.startsWith("tiff/")) {
        String found = outcome(corpus.folder().resolve(path));
        String expected = row.getOrDefault("expect", "");
        checked++;
        if (!expected.isEmpty() && !expected.equals(found)) {
          wrong.add(path + ": " + found + " instead of " + expected);
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(checked).isPositive().isEqualTo(corpus.files("standard") + corpus.files("tiff"));
  }

  @Test
  void hostileFilesGivePicturesOrTypedErrors() throws IOException {
    Corpus corpus = Corpus.orSkip();
    int checked = 0;
    for (Map<String, String> row : corpus.manifest()) {
      String path = row.getOrDefault("path", "");
      if (path.startsWith("hostile/")) {
        long start = System.nanoTime();
        assertThat(outcome(corpus.folder().resolve(path))).as(path).isNotEmpty();
        assertThat(System.nanoTime() - start).as(path).isLessThan(15_000_000_000L);
        checked++;
      }
    }
    assertThat(checked).isPositive().isEqualTo(corpus.files("hostile"));
  }

  /** {@code picture} or the error's code. */
  private String outcome(Path file) throws IOException {
    Limits limits = Limits.defaults();
    try (SourceBytes source = ImageSource.of(file).open(limits)) {
      SourceHead head = new SourceHead(source);
      for (FormatDecoder decoder : decoders) {
        if (decoder.probe(head) == Match.BY_CONTENT) {
          return decode(decoder, source, limits);
        }
      }
      for (FormatDecoder decoder : decoders) {
        if (decoder.probe(head) == Match.BY_NAME) {
          return decode(decoder, source, limits);
        }
      }
      return "FORMAT_UNKNOWN";
    } catch (ThumbnailException e) {
      return e.code().name();
    } catch (EOFException e) {
      return "DATA_TRUNCATED";
    }
  }

  private static String decode(FormatDecoder decoder, SourceBytes source, Limits limits)
      throws IOException {
    DecodeContext context = new DecodeContext(limits, ImageSelection.DEFAULT);
    try (PixelSource image = decoder.open(source, context)) {
      int width = image.info().width();
      int height = image.info().height();
      RowBand band = new RowBand(image.info().type(), width, image.info().channels(), 1);
      for (int y = 0; y < height; y += 1 + height / 500) {
        image.readRows(y, 1, band);
      }
    }
    return PICTURE;
  }
}
