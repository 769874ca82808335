package dev.astrocat.thumbs.demo.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.HostException;
import dev.astrocat.thumbs.Priority;
import dev.astrocat.thumbs.cache.CacheStatistics;
import dev.astrocat.thumbs.demo.catalog.FailureGroup;
import dev.astrocat.thumbs.demo.config.DatabaseUrl;
import dev.astrocat.thumbs.demo.config.Settings;
import dev.astrocat.thumbs.demo.database.StoreException;
import dev.astrocat.thumbs.demo.jobs.Run;
import dev.astrocat.thumbs.demo.testing.Databases;
import dev.astrocat.thumbs.demo.testing.RedisProcess;
import dev.astrocat.thumbs.demo.testing.SmallSky;
import dev.astrocat.thumbs.demo.testing.TestSettings;
import dev.astrocat.thumbs.host.BulkProgress;
import dev.astrocat.thumbs.host.BulkRequest;
import dev.astrocat.thumbs.host.ImageCounts;
import dev.astrocat.thumbs.host.ImageRecord;
import dev.astrocat.thumbs.host.Renewal;
import dev.astrocat.thumbs.host.RunState;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;

final class NodeTest {

  private static final Optional<URI> NO_REDIS = Optional.empty();

  @TempDir Path folder;

  @Test
  void aRunMakesAllThumbnailsAndKeepsTheBooks() throws Exception {
    try (Node node = open(Databases.h2(), NO_REDIS)) {
      SmallSky.fill(sky(), node.catalog(), 40);
      Path broken = Files.writeString(sky().resolve("night/frame7.fits"), "SIMPLE  = no");
      Run run = node.bulk().start(BulkRequest.under(sky()), "sky");
      assertThat(run.label()).isEqualTo("sky");
      BulkProgress end = end(node, run.key());
      assertThat(end.state()).isEqualTo(RunState.COMPLETED_WITH_ERRORS);
      assertThat(end.counts())
          .extracting(ImageCounts::total, ImageCounts::done, ImageCounts::failed)
          .containsExactly(40L, 39L, 1L);
      assertThat(Files.list(folder.resolve("thumbnails")))
          .filteredOn(file -> file.toString().endsWith(".jpg"))
          .hasSize(2 * 39); // for pages and for grids
      assertThat(node.catalog().failures())
          .extracting(FailureGroup::code)
          .doesNotContain(ErrorCode.HOST_FAILURE)
          .hasSize(1);
      assertThat(node.catalog().page(Optional.of(sky()), Optional.empty(), 50))
          .filteredOn(image -> image.thumbnail().isEmpty())
          .singleElement()
          .satisfies(image -> assertThat(image.source().identity()).isEqualTo(broken.toString()));
      assertThat(node.statistics().saved().orElseThrow().statistics())
          .extracting(CacheStatistics::count)
          .isEqualTo(2 * 39L);
    }
  }

  @Test
  void whatOneProcessLeavesAnotherFinishes() throws Exception {
    DatabaseUrl database = Databases.postgres();
    try (RedisProcess redis = RedisProcess.start()) {
      Optional<URI> address = Optional.of(redis.address());
      String key;
      try (Node first = open(database, address)) {
        SmallSky.fill(sky(), first.catalog(), 300);
        key = first.bulk().start(BulkRequest.everything().renewal(Renewal.FORCED), "all").key();
        await(() -> progress(first, key).counts().done() > 10);
      }
      try (Node second = open(database, address)) {
        assertThat(second.bulk().runs()).extracting(Run::key).containsExactly(key);
        BulkProgress end = end(second, key);
        assertThat(end.state()).isEqualTo(RunState.COMPLETED);
        assertThat(end.counts())
            .extracting(ImageCounts::total, ImageCounts::done)
            .containsExactly(300L, 300L);
      }
    }
  }

  @Test
  void aRunWhoseProgressIsLostIsStartedAgain() throws Exception {
    try (RedisProcess redis = RedisProcess.start();
        RedisClient client =
            RedisClient.create(redis.address().getHost(), redis.address().getPort());
        Node node = open(Databases.postgres(), Optional.of(redis.address()))) {
      SmallSky.fill(sky(), node.catalog(), 300);
      String key = node.bulk().start(BulkRequest.everything(), "all").key();
      await(() -> progress(node, key).counts().done() > 10);
      client.flushAll();
      await(() -> node.bulk().run(key).map(r -> r.progress().state().isEnd()).orElse(false));
      ImageCounts counts = progress(node, key).counts();
      assertThat(counts.done() + counts.skipped()).isEqualTo(300);
      assertThat(node.bulk().run(key).orElseThrow().label()).isEqualTo("all");
    }
  }

  @Test
  void newImagesWaitLongerThanTheirProgressIsKept() throws Exception {
    DatabaseUrl database = Databases.h2();
    try (Node first = Node.open(withoutThreads(settings(database, NO_REDIS)), Role.SERVE)) {
      SmallSky.fill(sky(), first.catalog(), 20);
      List<String> ids =
          first.catalog().page(Optional.empty(), Optional.empty(), 50).stream()
              .map(ImageRecord::id)
              .toList();
      first.bulk().start(BulkRequest.images(ids).priority(Priority.NEW), "new images");
      assertThat(first.queue().depth().pending()).isOne();
      first.database().use(handle -> handle.execute("delete from progress"));
      first.database().use(handle -> handle.execute("delete from progress_keys"));
      try (Node second = open(database, NO_REDIS)) {
        await(
            () ->
                second.catalog().page(Optional.empty(), Optional.empty(), 50).stream()
                    .allMatch(image -> image.thumbnail().isPresent()));
      }
    }
  }

  @Test
  void closingLeavesNoThreads() throws Exception {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    try (Node node = open(Databases.h2(), NO_REDIS)) {
      SmallSky.fill(sky(), node.catalog(), 5);
      end(node, node.bulk().start(BulkRequest.everything(), "all").key());
    }
    await(
        () ->
            Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread))
                .noneMatch(NodeTest::isOurs));
  }

  private static boolean isOurs(Thread thread) {
    return Stream.of("thumbnails-", "chores", "lister", "db-scheduler", "astrocat")
        .anyMatch(thread.getName()::startsWith);
  }

  @Test
  void whileRedisIsAwayJobsWaitAndThenGoOn() throws Exception {
    try (RedisProcess redis = RedisProcess.start();
        Node node = open(Databases.postgres(), Optional.of(redis.address()))) {
      SmallSky.fill(sky(), node.catalog(), 300);
      String key = node.bulk().start(BulkRequest.everything(), "all").key();
      await(() -> progress(node, key).counts().done() > 10);
      redis.stop();
      await(() -> node.redisOutages().present().isPresent());
      redis.restart();
      await(() -> node.redisOutages().present().isEmpty());
      await(() -> node.bulk().run(key).map(r -> r.progress().state().isEnd()).orElse(false));
      assertThat(progress(node, key).state()).isEqualTo(RunState.COMPLETED);
    }
  }

  @Test
  void processesSeeEachOther() throws Exception {
    DatabaseUrl database = Databases.h2();
    try (Node server = Node.open(settings(database, NO_REDIS), Role.SERVE)) {
      try (Node worker = open(database, NO_REDIS)) {
        assertThat(worker.machines().machines())
            .extracting(Machine::role, Machine::state, Machine::threads)
            .containsExactly(tuple("serve", "idle", 2), tuple("worker", "idle", 2));
      }
      assertThat(server.machines().machines()).hasSize(1);
    }
  }

  @Test
  void aProcessWithAnotherFolderOfThumbnailsSaysSo() throws Exception {
    DatabaseUrl database = Databases.h2();
    Settings elsewhere = TestSettings.in(folder.resolve("elsewhere"), database, NO_REDIS);
    try (Node server = Node.open(settings(database, NO_REDIS), Role.SERVE);
        Node worker = Node.open(elsewhere, Role.WORKER)) {
      assertThat(server.machines().otherCache()).isPresent();
      assertThat(worker.machines().machines().get(1).state()).contains("THUMBNAIL_CACHE_PATH");
    }
  }

  @Test
  void workThatIsNotMadeOfJobsIsListedToo() throws Exception {
    try (Node node = open(Databases.h2(), NO_REDIS)) {
      var started = Instant.ofEpochSecond(1_700_000_000);
      ImageCounts counts = new ImageCounts(10, 1, 5, 1, 0, 0, "SOURCE_UNREADABLE");
      BulkProgress state =
          new BulkProgress(
              "bulk:rescan:x",
              "scan-1",
              "/sky",
              RunState.RUNNING,
              counts,
              started,
              started.plusSeconds(9));
      node.bulk().tell("rescan", "sky", state);
      assertThat(node.bulk().runs())
          .containsExactly(new Run("bulk:rescan:x", "rescan", "sky", state));
    }
  }

  private Path sky() {
    return folder.resolve("sky");
  }

  private Settings settings(DatabaseUrl database, Optional<URI> redis) throws IOException {
    Files.createDirectories(sky());
    return TestSettings.in(folder, database, redis);
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

  private Node open(DatabaseUrl database, Optional<URI> redis) throws IOException {
    return Node.open(settings(database, redis), Role.WORKER);
  }

  private static BulkProgress progress(Node node, String key) {
    return node.bulk().run(key).orElseThrow().progress();
  }

  private static BulkProgress end(Node node, String key) throws InterruptedException {
    await(() -> progress(node, key).state().isEnd());
    return progress(node, key);
  }

  /** Asks again and again, also when the answer is that a store is away. */
  private static void await(BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofMinutes(5).toNanos();
    boolean isMet = false;
    while (!isMet && System.nanoTime() < deadline) {
      try {
        isMet = condition.getAsBoolean();
      } catch (StoreException | HostException | JedisException e) {
        isMet = false;
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    assertThat(isMet).as("in time").isTrue();
  }
}
