package dev.astrocat.thumbs.demo.machines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.HostException;
import dev.astrocat.thumbs.demo.TestFits;
import dev.astrocat.thumbs.demo.catalog.NewFile;
import dev.astrocat.thumbs.demo.catalog.StoreException;
import dev.astrocat.thumbs.demo.config.DatabaseUrl;
import dev.astrocat.thumbs.demo.config.Settings;
import dev.astrocat.thumbs.demo.jobs.Run;
import dev.astrocat.thumbs.demo.node.Node;
import dev.astrocat.thumbs.demo.node.Role;
import dev.astrocat.thumbs.demo.testing.RedisProcess;
import dev.astrocat.thumbs.demo.testing.TestSettings;
import dev.astrocat.thumbs.host.BulkRequest;
import dev.astrocat.thumbs.host.ImageCounts;
import dev.astrocat.thumbs.host.ImageRecord;
import dev.astrocat.thumbs.host.Renewal;
import dev.astrocat.thumbs.host.RunState;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three worker processes on one PostgreSQL, one Redis and one folder of thumbnails, which are all
 * killed or stopped in turn. Longer by {@code qa/many-machines.sh}.
 */
final class ManyMachinesTest {

  private static final int FRAMES = Integer.getInteger("astrocat.frames", 300);
  private static final int KILLS = Integer.getInteger("astrocat.kills", 3);
  private static final int OUTAGE_SECONDS = Integer.getInteger("astrocat.outage", 5);
  private static final int WORKERS = 3;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @TempDir Path folder;
  private final Random random = new Random(42);
  private final List<WorkerProcess> workers = new ArrayList<>();
  private StoppablePostgres postgres;
  private RedisProcess redis;
  private Settings settings;
  private Node server;

  @BeforeEach
  void start() throws IOException {
    postgres = new StoppablePostgres(folder.resolve("postgres"));
    redis = RedisProcess.start();
    settings =
        TestSettings.in(
            folder, DatabaseUrl.parse(postgres.address()), Optional.of(redis.address()));
    server = Node.open(withoutThreads(settings), Role.SERVE);
    fillSky();
    for (int i = 0; i < WORKERS; i++) {
      workers.add(worker());
    }
  }

  @AfterEach
  void end() throws IOException {
    workers.forEach(WorkerProcess::close);
    server.close();
    redis.close();
    postgres.close();
  }

  @Test
  void killedWorkersLoseNothing() throws Exception {
    String key = start(Renewal.FORCED);
    await("the first results", () -> counts(key).done() > 0);
    for (int i = 0; i < KILLS; i++) {
      TimeUnit.MILLISECONDS.sleep(500 + random.nextInt(1500));
      int victim = random.nextInt(WORKERS);
      workers.get(victim).kill();
      workers.set(victim, worker());
    }
    await("the end", () -> run(key).progress().state().isEnd());
    audit(key);
    for (WorkerProcess worker : workers) {
      assertThat(worker.terminate()).as("exit code after SIGTERM").isZero();
    }
  }

  @Test
  void outagesLoseNothingAndAreOverSoon() throws Exception {
    String key = start(Renewal.FORCED);
    await("the first results", () -> counts(key).done() > 0);
    Path known = settings.imagePaths().get(0).resolve("frame0.fits");
    server.generator().generate(known);

    redis.stop();
    TimeUnit.SECONDS.sleep(OUTAGE_SECONDS);
    assertThat(server.generator().generate(known).bytes()).isNotEmpty();
    redis.restart();
    long back = System.nanoTime();
    await("results after Redis was away", () -> run(key).progress().counts().done() > 0);
    report("Redis", back);

    postgres.stop();
    TimeUnit.SECONDS.sleep(OUTAGE_SECONDS);
    assertThat(server.databaseOutages().since()).isPresent();
    assertThat(server.generator().generate(known).bytes()).isNotEmpty();
    postgres.restart();
    back = System.nanoTime();
    await("the database", () -> server.databaseOutages().since().isEmpty());
    String second = start(Renewal.FORCED);
    long before = counts(second).done();
    await(
        "results after the database was away",
        () -> counts(second).done() > before || run(second).progress().state().isEnd());
    report("the database", back);
    await("the end", () -> run(second).progress().state().isEnd());
    audit(second);
  }

  private static void report(String what, long back) {
    System.out.printf("%s: results %.1f s later%n", what, (System.nanoTime() - back) / 1e9);
  }

  private void audit(String key) throws IOException {
    ImageCounts counts = counts(key);
    assertThat(run(key).progress().state()).isEqualTo(RunState.COMPLETED);
    assertThat(counts.total()).isEqualTo(FRAMES);
    assertThat(counts.done() + counts.skipped()).isEqualTo(FRAMES);
    List<ImageRecord> images = new ArrayList<>();
    List<ImageRecord> page = server.catalog().page(Optional.empty(), Optional.empty(), 500);
    while (!page.isEmpty()) {
      images.addAll(page);
      page =
          server.catalog().page(Optional.empty(), Optional.of(page.get(page.size() - 1).id()), 500);
    }
    assertThat(images).hasSize(FRAMES);
    for (ImageRecord image : images) {
      BufferedImage picture =
          ImageIO.read(Path.of(image.thumbnail().orElseThrow().location()).toFile());
      assertThat(picture.getWidth()).isEqualTo(settings.maxSize());
    }
    assertThat(server.statistics().saved().orElseThrow().statistics().count()).isEqualTo(FRAMES);
  }

  private String start(Renewal renewal) {
    return server.bulk().start(BulkRequest.everything().renewal(renewal), "all").key();
  }

  private Run run(String key) {
    return server.bulk().run(key).orElseThrow();
  }

  private ImageCounts counts(String key) {
    ImageCounts counts = run(key).progress().counts();
    assertThat(counts.queued()).as("counts add up: %s", counts).isNotNegative();
    return counts;
  }

  private WorkerProcess worker() {
    return WorkerProcess.start(settings, postgres.address(), folder.resolve("workers.log"));
  }

  /** One file under many names: each is an image of its own. */
  private void fillSky() throws IOException {
    Path sky = settings.imagePaths().get(0);
    Path first = TestFits.write(sky.resolve("frame0.fits"), 1000, 800);
    server.catalog().register(List.of(sky));
    for (int i = 0; i < FRAMES; i++) {
      Path file = sky.resolve("frame" + i + ".fits");
      if (i > 0) {
        Files.createLink(file, first);
      }
      long modified = Files.getLastModifiedTime(file).to(TimeUnit.NANOSECONDS);
      server
          .catalog()
          .add(new NewFile(file, sky, "FITS", Files.size(file), modified, Optional.empty()));
    }
  }

  private static Settings withoutThreads(Settings settings) {
    return new Settings(
        settings.imagePaths(),
        settings.data(),
        settings.thumbnails(),
        settings.maxSize(),
        settings.database(),
        settings.redis(),
        settings.adminToken(),
        settings.look(),
        settings.onMiss(),
        0,
        settings.readersPerMount(),
        settings.scanEvery(),
        settings.cacheLimits(),
        settings.publicHosts(),
        settings.shown());
  }

  private interface Condition {
    boolean isMet();
  }

  /** Asks again and again, also when the answer is that something is away. */
  private static void await(String what, Condition condition) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    boolean isMet = false;
    while (!isMet && System.nanoTime() < deadline) {
      try {
        isMet = condition.isMet();
      } catch (HostException | StoreException | NoSuchElementException e) {
        isMet = false;
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    assertThat(isMet).as(what).isTrue();
  }
}
