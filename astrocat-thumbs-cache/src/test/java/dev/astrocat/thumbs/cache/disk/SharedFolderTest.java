package dev.astrocat.thumbs.cache.disk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.cache.CacheStatistics;
import dev.astrocat.thumbs.cache.entry.ThumbnailShelf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes on one folder. */
final class SharedFolderTest {

  private static final int PROCESSES = 4;

  /** 10,000 in all; more with -Dastrocat.operations for each process. */
  private static final int OPERATIONS = Integer.getInteger("astrocat.operations", 2_500);

  @TempDir Path folder;

  @Test
  void statisticsOfFourProcessesEqualAWalk() throws Exception {
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < PROCESSES; i++) {
      processes.add(user(i));
    }
    ThumbnailShelf shelf = RandomCacheUser.shelf(folder);
    for (Process process : processes) {
      while (!process.waitFor(200, TimeUnit.MILLISECONDS)) {
        assertThat(shelf.statistics().sizeBytes()).isNotNegative();
      }
      assertThat(process.exitValue()).isZero();
    }
    assertThat(shelf.statistics()).isEqualTo(walk()).isNotEqualTo(CacheStatistics.NONE);
    assertThat(folder.toFile().list((f, name) -> name.endsWith(".tmp"))).isEmpty();
  }

  private Process user(int seed) throws IOException {
    return JavaProcess.of(
            RandomCacheUser.class,
            folder.toString(),
            Integer.toString(seed),
            Integer.toString(OPERATIONS))
        .start();
  }

  private CacheStatistics walk() throws IOException {
    long count = 0;
    long bytes = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().contains("_thumb")).toList()) {
        count++;
        bytes += Files.size(file);
      }
    }
    return new CacheStatistics(count, bytes);
  }
}
