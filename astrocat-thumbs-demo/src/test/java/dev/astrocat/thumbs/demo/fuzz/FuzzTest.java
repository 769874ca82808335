package dev.astrocat.thumbs.demo.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.ThumbnailGenerator;
import dev.astrocat.thumbs.demo.sample.SampleSky;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@code qa/fuzz.sh}: a few broken files of each kind that the sample holds. */
class FuzzTest {

  private static final int RUNS = 150;

  @Test
  void brokenFilesGiveAPictureOrATypedError(@TempDir Path folder) throws Exception {
    SampleSky.makeIn(folder);
    List<Path> files = smallestOfEachKind(folder);
    ExecutorService worker = Executors.newSingleThreadExecutor();
    try (ThumbnailGenerator thumbnails = ThumbnailGenerator.create()) {
      FuzzRun run = new FuzzRun(thumbnails, files, worker);
      for (long seed = 0; seed < RUNS; seed++) {
        run.once(seed);
      }
      assertThat(run.counts()).containsKey("picture").hasSizeGreaterThan(2);
      assertThat(run.counts().values().stream().mapToInt(n -> n).sum()).isEqualTo(RUNS);
    } finally {
      worker.shutdownNow();
    }
  }

  @Test
  void sameSeedBreaksAFileInTheSameWay() {
    byte[] file = new byte[5000];

    assertThat(new Mutation(3).of(file)).isEqualTo(new Mutation(3).of(file)).isNotEqualTo(file);
    assertThat(file).containsOnly(0);
  }

  private static List<Path> smallestOfEachKind(Path folder) throws IOException {
    List<Path> smallest = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      try (Stream<Path> all = Files.walk(folder)) {
        all.filter(Files::isRegularFile)
            .filter(kind::includes)
            .filter(file -> !file.getFileName().toString().startsWith("."))
            .min((a, b) -> Long.compare(a.toFile().length(), b.toFile().length()))
            .ifPresent(smallest::add);
      }
    }
    assertThat(smallest).hasSize(Kind.values().length);
    return smallest;
  }
}
