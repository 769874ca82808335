package dev.astrocat.thumbs.demo.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.ThumbnailGenerator;
import dev.astrocat.thumbs.demo.TestFits;
import dev.astrocat.thumbs.demo.config.DatabaseUrl;
import dev.astrocat.thumbs.demo.config.Settings;
import dev.astrocat.thumbs.demo.database.Leases;
import dev.astrocat.thumbs.demo.node.Node;
import dev.astrocat.thumbs.demo.node.Role;
import dev.astrocat.thumbs.demo.testing.TestDatabase;
import dev.astrocat.thumbs.demo.testing.TestSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A mount of 30 frames in three folders, and processes of an installation on it. */
abstract class IndexerCase {

  @TempDir Path folder;
  Path sky = Path.of("");
  private final DatabaseUrl database;

  IndexerCase(TestDatabase kind) {
    database = kind.address();
  }

  @BeforeEach
  void fill() throws IOException {
    sky = folder.resolve("sky");
    for (int i = 0; i < 30; i++) {
      old(TestFits.write(sky.resolve("night" + i % 3 + "/f" + i + ".fits"), 20, 10));
    }
  }

  /** A file that has stopped growing. */
  static Path old(Path file) throws IOException {
    Instant longAgo = Instant.parse("2020-01-01T00:00:00Z");
    return Files.setLastModifiedTime(file, FileTime.from(longAgo));
  }

  final Node node() {
    return Node.open(TestSettings.in(folder, database, Optional.empty()), Role.WORKER);
  }

  static Indexer indexer(Node node) {
    return new Indexer(node.settings(), parts(node, node.generator()));
  }

  static IndexerParts parts(Node node, ThumbnailGenerator generator) {
    return new IndexerParts(
        node.catalog(), new Leases(node.database()), node.progress(), node.bulk(), generator);
  }

  static Settings withMounts(Settings settings, List<Path> mounts) {
    return new Settings(
        mounts,
        settings.data(),
        settings.thumbnails(),
        settings.maxSize(),
        settings.database(),
        settings.redis(),
        settings.adminToken(),
        settings.look(),
        settings.onMiss(),
        settings.workers(),
        settings.readersPerMount(),
        settings.scanEvery(),
        settings.cacheLimits(),
        settings.publicHosts(),
        settings.shown());
  }

  static void await(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + Duration.ofMinutes(5).toNanos();
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("waited for too long").isLessThan(end);
      Thread.sleep(50);
    }
  }
}
