package dev.astrocat.thumbs.demo.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.astrocat.thumbs.ThumbnailException;
import dev.astrocat.thumbs.ThumbnailGenerator;
import dev.astrocat.thumbs.decode.Availability;
import dev.astrocat.thumbs.testing.Corpus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every real file gives what the manifest says, every hostile one a picture or a typed error. */
class CorpusTest {

  private static final Duration DEADLINE = Duration.ofSeconds(10);

  @ParameterizedTest
  @ValueSource(strings = {"fits", "raw", "standard", "tiff", "xisf"})
  void everyFileGivesWhatItIsSupposedTo(String kind) throws IOException {
    Corpus corpus = Corpus.orSkip();
    List<String> wrong = new ArrayList<>();
    int checked = 0;
    try (ThumbnailGenerator thumbnails = ThumbnailGenerator.create()) {
      Availability libraw = thumbnails.availability().get("libraw");
      assumeTrue(libraw.isReady() || !kind.equals("raw"), libraw.detail());
      for (Map<String, String> row : corpus.manifest()) {
        if (row.get("path").startsWith(kind + "/")) {
          String outcome = outcome(thumbnails, corpus.folder().resolve(row.get("path")));
          checked++;
          if (!isExpected(outcome, row.get("expect"))) {
            wrong.add(row.get("path") + ": " + outcome + ", not " + row.get("expect"));
          }
        }
      }
    }
    System.out.println("corpus " + kind + ": " + checked + " files checked");
    assertThat(checked).isPositive().isEqualTo(corpus.files(kind));
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyHostileFileGivesPictureOrTypedErrorInTime() throws IOException {
    Corpus corpus = Corpus.orSkip();
    List<String> slow = new ArrayList<>();
    int checked = 0;
    try (ThumbnailGenerator thumbnails = ThumbnailGenerator.create()) {
      for (Map<String, String> row : corpus.manifest()) {
        if (row.get("path").startsWith("hostile/")) {
          long start = System.nanoTime();
          outcome(thumbnails, corpus.folder().resolve(row.get("path")));
          checked++;
          if (System.nanoTime() - start > DEADLINE.toNanos()) {
            slow.add(row.get("path"));
          }
        }
      }
    }
    System.out.println("corpus hostile: " + checked + " files checked");
    assertThat(checked).isPositive().isEqualTo(corpus.files("hostile"));
    assertThat(slow).isEmpty();
  }

  /** {@code picture}, or the code; anything else that is thrown fails the test. */
  private static String outcome(ThumbnailGenerator thumbnails, Path file) {
    try {
      return thumbnails.generate(file).bytes().length > 0 ? "picture" : "nothing";
    } catch (ThumbnailException e) {
      return e.code().name();
    }
  }

  private static boolean isExpected(String outcome, String expected) {
    return expected.isEmpty() || List.of(expected.split("\\|")).contains(outcome);
  }
}
