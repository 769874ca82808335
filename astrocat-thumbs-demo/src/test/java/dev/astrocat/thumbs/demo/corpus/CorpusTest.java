package dev.astrocat.thumbs.demo.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.ThumbnailGenerator;
import dev.astrocat.thumbs.testing.Corpus;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every real file gives what the manifest says, every hostile one a picture or a typed error. */
class CorpusTest {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** What an image may keep a thread busy with, however many others want the processors. */
  private static final Duration WORK = Duration.ofSeconds(10);

  /** The longest extended deadline, and something for the machine. */
  private static final Duration DEADLINE = Duration.ofSeconds(60);

  @ParameterizedTest
  @ValueSource(strings = {"fits", "standard", "tiff", "xisf"})
  void everyFileGivesWhatItIsSupposedTo(String kind) throws IOException {
    CorpusCheck.filesGiveWhatIsExpected(kind);
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
          long work = THREADS.getCurrentThreadCpuTime();
          CorpusCheck.outcome(thumbnails, corpus.folder().resolve(row.get("path")));
          checked++;
          if (System.nanoTime() - start > DEADLINE.toNanos()
              || THREADS.getCurrentThreadCpuTime() - work > WORK.toNanos()) {
            slow.add(row.get("path"));
          }
        }
      }
    }
    System.out.println("corpus hostile: " + checked + " files checked");
    assertThat(checked).isPositive().isEqualTo(corpus.files("hostile"));
    assertThat(slow).isEmpty();
  }
}
