package dev.astrocat.thumbs.demo.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.ThumbnailException;
import dev.astrocat.thumbs.ThumbnailGenerator;
import dev.astrocat.thumbs.testing.Corpus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the files of the corpus give, beside what its manifest expects. */
final class CorpusCheck {

  private CorpusCheck() {}

  /** Every file of a kind, such as {@code fits}, gives what the manifest says. */
  static void filesGiveWhatIsExpected(String kind) throws IOException {
    Corpus corpus = Corpus.orSkip();
    List<String> wrong = new ArrayList<>();
    int checked = 0;
    try (ThumbnailGenerator thumbnails = ThumbnailGenerator.create()) {
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

  /** {@code picture}, or the code; anything else that is thrown fails the test. */
  static String outcome(ThumbnailGenerator thumbnails, Path file) {
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
