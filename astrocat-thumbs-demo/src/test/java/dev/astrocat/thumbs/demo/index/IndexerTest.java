package dev.astrocat.thumbs.demo.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.demo.TestFits;
import dev.astrocat.thumbs.demo.catalog.Leases;
import dev.astrocat.thumbs.demo.config.Settings;
import dev.astrocat.thumbs.demo.jobs.Run;
import dev.astrocat.thumbs.demo.node.Node;
import dev.astrocat.thumbs.demo.node.Role;
import dev.astrocat.thumbs.demo.testing.Databases;
import dev.astrocat.thumbs.demo.testing.TestSettings;
import dev.astrocat.thumbs.host.ImageRecord;
import dev.astrocat.thumbs.host.ProgressKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The indexer of a whole node. */
final class IndexerTest {

  @TempDir private Path folder;
  private Path sky;

  @BeforeEach
  void fill() throws Exception {
    sky = folder.resolve("sky");
    for (int i = 0; i < 30; i++) {
      Path file = TestFits.write(sky.resolve("night" + i % 3 + "/f" + i + ".fits"), 20, 10);
      Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
    }
  }

  @Test
  void aScanAtTheStartFindsAllAndItsThumbnailsAreMade() throws Exception {
    try (Node node = node();
        Indexer indexer = indexer(node)) {
      indexer.start(Optional.empty());
      await(() -> indexer.status().lastScanAt().isPresent() && !indexer.status().isRunning());
      IndexerStatus status = indexer.status();
      assertThat(status.filesAdded()).isEqualTo(30);
      assertThat(status.indexedCount()).isEqualTo(30);
      Map<String, String> told = node.progress().read(ProgressKeys.rescan(sky));
      assertThat(told)
          .containsEntry("status", "completed")
          .containsEntry("processed", "30")
          .containsEntry("total", "30")
          .containsEntry("added", "30")
          .containsKey("updated_at");
      assertThat(node.bulk().runs()).extracting(Run::kind).containsExactly("scan");
      await(
          () ->
              node.catalog().page(Optional.of(sky), Optional.empty(), 50).stream()
                  .allMatch(image -> image.thumbnail().isPresent()));
    }
  }

  @Test
  void whatAKilledScanDescribedIsQueuedByTheNextOne() throws Exception {
    try (Node node = node();
        Indexer indexer = indexer(node)) {
      indexer.scan(Optional.empty());
      await(() -> isMade(node));
      await(() -> !indexer.status().isRunning());
      // As it is in the moment between: described, not queued, and the scan not at its end.
      node.generator().clear(node.catalog(), node.statistics());
      node.database().use(handle -> handle.execute("update mounts set last_scan = null"));
      indexer.scan(Optional.empty());
      await(() -> isMade(node));
    }
  }

  private boolean isMade(Node node) {
    List<ImageRecord> images = node.catalog().page(Optional.of(sky), Optional.empty(), 50);
    return images.size() == 30 && images.stream().allMatch(image -> image.thumbnail().isPresent());
  }

  @Test
  void aMountThatAnotherProcessScansIsLeftToIt() throws Exception {
    try (Node node = node();
        Indexer indexer = indexer(node)) {
      Leases leases = new Leases(node.database());
      String name = "scan:" + ProgressKeys.rescan(sky);
      assertThat(leases.take(name, "another", Duration.ofMinutes(1))).isTrue();
      indexer.scan(Optional.empty());
      Thread.sleep(1500);
      assertThat(indexer.status().indexedCount()).isZero();
      leases.giveBack(name, "another");
      await(() -> indexer.status().indexedCount() == 30);
    }
  }

  @Test
  void aMountThatIsAwayIsMarkedAndKeepsItsImages() throws Exception {
    try (Node node = node();
        Indexer indexer = indexer(node)) {
      indexer.scan(Optional.of(sky));
      await(() -> indexer.status().lastScanAt().isPresent());
      Files.move(sky, folder.resolve("away"));
      indexer.scan(Optional.of(sky));
      await(() -> !indexer.status().mounts().get(0).mount().connected());
      assertThat(indexer.status().mounts().get(0).mount().offlineSince()).isPresent();
      assertThat(indexer.status().indexedCount()).isEqualTo(30);
      Files.move(folder.resolve("away"), sky);
      indexer.scan(Optional.of(sky));
      await(() -> indexer.status().mounts().get(0).mount().connected());
      assertThat(indexer.status().mounts().get(0).mount().offlineSince()).isEmpty();
    }
  }

  private Node node() {
    Settings settings = TestSettings.in(folder, Databases.h2(), Optional.empty());
    return Node.open(settings, Role.WORKER);
  }

  private Indexer indexer(Node node) {
    IndexerParts parts =
        new IndexerParts(
            node.catalog(),
            new Leases(node.database()),
            node.progress(),
            node.bulk(),
            node.generator());
    return new Indexer(node.settings(), parts);
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("waited for too long").isLessThan(end);
      Thread.sleep(50);
    }
  }
}
