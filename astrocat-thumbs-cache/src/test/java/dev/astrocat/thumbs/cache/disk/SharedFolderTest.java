package dev.astrocat.thumbs.cache.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.astrocat.thumbs.OutputFormat;
import dev.astrocat.thumbs.Thumbnail;
import dev.astrocat.thumbs.cache.CacheLimits;
import dev.astrocat.thumbs.cache.CacheStatistics;
import dev.astrocat.thumbs.cache.entry.ThumbnailShelf;
import dev.astrocat.thumbs.testing.TestThumbnails;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes on one folder, and a real disk that is full. */
final class SharedFolderTest {

  private static final int PROCESSES = 4;

  /** 10,000 in all; more with -Dastrocat.operations for each process. */
  private static final int OPERATIONS = Integer.getInteger("astrocat.operations", 2_500);

  private static final long DISK_BYTES = 16L << 20;

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

  @Test
  void onAFullDiskEachRequestIsAnsweredAndNothingIsTorn() throws Exception {
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", folder.toString()) == 0,
        "a small disk can only be mounted by root");
    try {
      fillTheDisk(CacheLimits.defaults());
      fillTheDisk(CacheLimits.defaults().withMinFreeBytes(0));
      fillTheDisk(CacheLimits.defaults().withMaxBytes(DISK_BYTES / 2));
    } finally {
      assertThat(run("umount", folder.toString())).isZero();
    }
  }

  private void fillTheDisk(CacheLimits limits) throws IOException {
    ThumbnailShelf shelf =
        new ThumbnailShelf(DiskThumbnailCache.at(folder), limits, TestThumbnails.ENCODERS);
    Thumbnail rendered = TestThumbnails.rendered(OutputFormat.JPEG, 1_200, 900);
    int kept = 0;
    for (int i = 0; i < 2_000; i++) {
      Thumbnail stored = store(shelf, i, rendered);
      assertThat(stored.bytes().length).isGreaterThan(10_000);
      kept += stored.location().isPresent() ? 1 : 0;
    }
    int found = 0;
    for (int i = 0; i < 2_000; i++) {
      found += shelf.find(RandomCacheUser.request(i)).isPresent() ? 1 : 0;
    }
    assertThat((long) found).as("nothing torn").isEqualTo(walk().count()).isPositive();
    assertThat(kept).isGreaterThanOrEqualTo(found);
    assertThat(folder.toFile().list((f, name) -> name.endsWith(".tmp"))).isEmpty();
    Instant cleared = Instant.now();
    assertThat(shelf.clear()).isEqualTo(found);
    assertThat(store(shelf, 1, rendered).location()).as("heals").isPresent();
    assertThat(Duration.between(cleared, Instant.now())).isLessThan(Duration.ofSeconds(5));
  }

  private static Thumbnail store(ThumbnailShelf shelf, int number, Thumbnail rendered) {
    return shelf.store(
        shelf.generation(), RandomCacheUser.request(number), TestThumbnails.VERSION, rendered);
  }

  private Process user(int seed) throws IOException {
    return JavaProcess.of(
            RandomCacheUser.class,
            folder.toString(),
            Integer.toString(seed),
            Integer.toString(OPERATIONS))
        .start();
  }

  private static int run(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      return -1; // there is no such program
    }
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
