package dev.astrocat.thumbs.cache.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What killed processes leave goes soon, and what others write slowly does not. */
final class TemporaryFilesTest {

  private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 5);

  @TempDir Path folder;

  @Test
  void theFileOfAKilledProcessIsSweptAndThatOfALivingOneIsNot() throws Exception {
    assumeThat(Writer.here().space()).as("needs /proc").isNotEqualTo("unknown");
    Process writer =
        JavaProcess.of(KilledWriter.class, folder.toString())
            .redirectOutput(ProcessBuilder.Redirect.PIPE)
            .start();
    try {
      assertThat(writer.inputReader().readLine()).isEqualTo("written");
      Path file = aged(onlyFile(), Duration.ofMinutes(9));
      assertThat(isSwept(file)).as("its writer lives").isFalse();
      writer.destroyForcibly();
      assertThat(writer.waitFor(60, TimeUnit.SECONDS)).isTrue();
      aged(file, Duration.ofSeconds(5));
      assertThat(isSwept(file)).as("too young to be sure").isFalse();
      aged(file, Duration.ofSeconds(15));
      assertThat(isSwept(file)).isTrue();
    } finally {
      writer.destroyForcibly();
    }
  }

  @Test
  void filesOfOtherHostsAndOlderReleasesAreSweptAfterTenMinutes() throws IOException {
    String me = Writer.here().toString();
    String reused = Writer.here().space() + "-" + ProcessHandle.current().pid() + "-1";
    for (String writer : new String[] {me, "0badcafe-1-77", "unknown-1-0", "1-x", "x"}) {
      Path file = Files.writeString(folder.resolve(".astrocat-thumbs-" + writer + "-r-1.tmp"), "x");
      assertThat(isSwept(aged(file, Duration.ofMinutes(9)))).as(writer).isFalse();
      assertThat(isSwept(aged(file, Duration.ofMinutes(11)))).as(writer).isTrue();
    }
    assumeThat(me).doesNotStartWith("unknown");
    Path file = Files.writeString(folder.resolve(".astrocat-thumbs-" + reused + "-r-1.tmp"), "x");
    assertThat(isSwept(aged(file, Duration.ofSeconds(15)))).as("its id was used again").isTrue();
  }

  @Test
  void filesOfOtherProgramsStay() throws IOException {
    for (String name : new String[] {".other-1-x-2.tmp", ".astrocat-thumbs", "x.tmp"}) {
      Path file = Files.writeString(folder.resolve(name), "x");
      assertThat(isSwept(aged(file, Duration.ofDays(9)))).as(name).isFalse();
    }
  }

  @Test
  void sweepingIsRepeatedTwiceAMinute() throws IOException {
    TemporaryFiles files = new TemporaryFiles(folder, nanoTime::get);
    files.sweepNowAndThen();
    Path file = Files.writeString(folder.resolve(".astrocat-thumbs-1-x-1.tmp"), "x");
    aged(file, Duration.ofMinutes(11));
    pass(29);
    files.sweepNowAndThen();
    assertThat(file).exists();
    pass(2);
    files.sweepNowAndThen();
    assertThat(file).doesNotExist();
  }

  @Test
  void whoWritesOrCountsSweeps() throws IOException {
    DiskThumbnailCache cache = DiskThumbnailCache.at(folder, nanoTime::get);
    Path file = folder.resolve(".astrocat-thumbs-1-x-1.tmp");
    aged(Files.writeString(file, "x"), Duration.ofMinutes(11));
    pass(31);
    cache.write("m31_a1b2c3d4_thumb.jpg", new byte[3]);
    assertThat(file).doesNotExist();
    aged(Files.writeString(file, "x"), Duration.ofMinutes(11));
    pass(31);
    cache.list().close();
    assertThat(file).doesNotExist();
  }

  private boolean isSwept(Path file) {
    new TemporaryFiles(folder, nanoTime::get).sweepNowAndThen();
    return !Files.exists(file);
  }

  private Path onlyFile() throws IOException {
    try (var files = Files.list(folder)) {
      return files.findFirst().orElseThrow();
    }
  }

  private void pass(int seconds) {
    nanoTime.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
  }

  private static Path aged(Path file, Duration age) throws IOException {
    return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
  }
}
