package dev.astrocat.thumbs.cache.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.Thumbnail;
import dev.astrocat.thumbs.ThumbnailGenerator;
import dev.astrocat.thumbs.cache.disk.DiskThumbnailCache;
import dev.astrocat.thumbs.host.BulkProgress;
import dev.astrocat.thumbs.host.BulkRuns;
import dev.astrocat.thumbs.host.ImageCounts;
import dev.astrocat.thumbs.host.ImageRecord;
import dev.astrocat.thumbs.host.JobOptions;
import dev.astrocat.thumbs.host.RunState;
import dev.astrocat.thumbs.host.SavedThumbnail;
import dev.astrocat.thumbs.testing.PlainDecoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Three processes make thumbnails in one folder; they and producers are killed all the time. */
@Timeout(1_800)
class BulkSoakTest {

  private static final int PROCESSES = 3;
  private static final int KILLS = Integer.getInteger("astrocat.kills", 60);
  private static final int FRAMES = Integer.getInteger("astrocat.frames", 2_000);
  private static final int PRODUCERS = 4;

  @TempDir Path folder;

  private final Random random = new Random(60);
  private final List<Process> processes = new ArrayList<>();
  private SoakHost host;
  private BulkRuns runs;
  private int kills;

  @BeforeEach
  void makeFrames() throws IOException {
    host = SoakHost.at(folder);
    runs = new BulkRuns(host.progress());
    for (int i = 0; i < FRAMES; i++) {
      short[] samples = new short[60 * 40];
      for (int s = 0; s < samples.length; s++) {
        samples[s] = (short) random.nextInt();
      }
      Path file = host.images().resolve("frame-%05d.plain".formatted(i));
      Files.write(file, PlainDecoder.file(60, 40, samples));
      host.store().put("%05d".formatted(i), file);
    }
  }

  @AfterEach
  void endProcesses() {
    processes.forEach(Process::destroyForcibly);
  }

  @Test
  void nothingIsTornLostOrLeftBehind() throws Exception {
    for (int i = 0; i < PROCESSES; i++) {
      processes.add(process());
    }
    int rounds = 0;
    try (ThumbnailGenerator reader = host.generator()) {
      while (kills < KILLS) {
        run(reader);
        rounds++;
      }
      audit(reader);
    }
    sweepWithinAMinute();
    System.out.printf("%d kills in %d runs over %d frames%n", kills, rounds, FRAMES);
  }

  private void run(ThumbnailGenerator reader) throws Exception {
    killProducers();
    host.start();
    Instant nextKill = Instant.now();
    while (!progress().state().isEnd()) {
      look(reader);
      if (Instant.now().isAfter(nextKill) && kills < KILLS) {
        processes.get(random.nextInt(PROCESSES)).destroyForcibly(); // SIGKILL
        kills++;
        nextKill = Instant.now().plusMillis(200 + random.nextInt(400));
      }
      for (int i = 0; i < PROCESSES; i++) {
        if (!processes.get(i).isAlive()) {
          processes.set(i, process());
        }
      }
      Thread.sleep(10);
    }
    assertThat(progress().state()).isEqualTo(RunState.COMPLETED);
    assertThat(progress().counts()).returns((long) FRAMES, ImageCounts::done);
  }

  /** Somewhere between their first step and their last. */
  private void killProducers() throws Exception {
    for (int i = 0; i < PRODUCERS && kills < KILLS; i++) {
      Process producer = process("start");
      producer.waitFor(200 + random.nextInt(800), TimeUnit.MILLISECONDS);
      kills += producer.isAlive() ? 1 : 0;
      producer.destroyForcibly().waitFor();
    }
  }

  private BulkProgress progress() {
    return runs.progress(SoakHost.ALL.key()).orElseThrow();
  }

  /** What a person sees meanwhile: sums that add up, and whole thumbnails. */
  private void look(ThumbnailGenerator reader) throws IOException {
    ImageCounts counts = progress().counts();
    assertThat(counts.queued()).isBetween(0L, counts.total());
    assertThat(counts.total()).isEqualTo(FRAMES);
    ImageRecord image = host.store().find("%05d".formatted(random.nextInt(FRAMES))).orElseThrow();
    Optional<Thumbnail> thumbnail = reader.cached(JobOptions.DEFAULT.request(image));
    if (thumbnail.isPresent()) {
      assertWhole(thumbnail.get().bytes());
    }
    if (image.thumbnail().isPresent()) {
      assertThat(Path.of(image.thumbnail().get().location())).isRegularFile();
    }
  }

  private void audit(ThumbnailGenerator reader) throws IOException {
    for (int i = 0; i < FRAMES; i++) {
      ImageRecord image = host.store().find("%05d".formatted(i)).orElseThrow();
      SavedThumbnail saved = image.thumbnail().orElseThrow();
      assertWhole(Files.readAllBytes(Path.of(saved.location())));
      assertThat(reader.cached(JobOptions.DEFAULT.request(image)))
          .hasValueSatisfying(t -> assertThat(t.location()).contains(saved.location()));
    }
    assertThat(reader.cacheStatistics().count()).isEqualTo(FRAMES);
  }

  private static void assertWhole(byte[] jpeg) throws IOException {
    assertThat(jpeg[jpeg.length - 1]).as("the end of a JPEG").isEqualTo((byte) 0xD9);
    assertThat(ImageIO.read(new ByteArrayInputStream(jpeg)).getWidth()).isEqualTo(60);
  }

  private void sweepWithinAMinute() throws Exception {
    processes.forEach(Process::destroyForcibly);
    Instant end = Instant.now().plus(Duration.ofMinutes(1));
    while (temporaries() > 0 && Instant.now().isBefore(end)) {
      Thread.sleep(1_000);
      DiskThumbnailCache.at(host.cache());
    }
    assertThat(temporaries()).isZero();
  }

  private long temporaries() throws IOException {
    try (Stream<Path> files = Files.list(host.cache())) {
      return files.filter(file -> file.toString().endsWith(".tmp")).count();
    }
  }

  private Process process(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx64m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(SoakHost.class.getName(), folder.toString()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("output.txt").toFile()))
        .start();
  }
}
