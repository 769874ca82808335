package dev.astrocat.thumbs.demo.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.demo.database.Leases;
import dev.astrocat.thumbs.demo.jobs.Run;
import dev.astrocat.thumbs.demo.node.Node;
import dev.astrocat.thumbs.demo.testing.TestDatabase;
import dev.astrocat.thumbs.host.ProgressKeys;
import dev.astrocat.thumbs.host.RunState;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The indexer of a whole node. */
@ParameterizedClass
@EnumSource
final class IndexerTest extends IndexerCase {

  IndexerTest(TestDatabase kind) {
    super(kind);
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
  void aScanThatHasEndedIsNotSaidToGoOn() throws Exception {
    try (Node node = node()) {
      node.catalog().register(List.of(sky));
      ScanLedger ledger = new ScanLedger(parts(node, node.generator()), ScanLedger.PATIENCE);
      ScanSetup setup = MountScanTest.setup(node.catalog(), node.generator(), sky, ids -> {});
      ScanRequest request = new ScanRequest(sky, sky, ScanRequest.Depth.CHANGES);
      ScanJob job = new ScanJob(new MountScan(request, setup), "sky", InstantSource.system());
      ledger.tell(job);
      ledger.ended(job, RunState.COMPLETED, "");

      ledger.tell(job); // by the thread that tells how far scans are, a moment too late

      assertThat(node.progress().read(job.key())).containsEntry("status", "completed");
    }
  }

  @Test
  void aMountThatAnotherProcessScansIsLeftToIt() throws Exception {
    try (Node node = node();
        Indexer indexer = indexer(node)) {
      Leases leases = new Leases(node.database());
      String name = "scan:" + ProgressKeys.rescan(sky);
      assertThat(leases.take(name, "another", Duration.ofMinutes(1))).isTrue();
      indexer.scanAll();
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
      indexer.scan(sky);
      await(() -> indexer.status().lastScanAt().isPresent());
      Files.move(sky, folder.resolve("away"));
      indexer.scan(sky);
      await(() -> !indexer.status().mounts().get(0).mount().connected());
      assertThat(indexer.status().mounts().get(0).mount().offlineSince()).isPresent();
      assertThat(indexer.status().indexedCount()).isEqualTo(30);
      Files.move(folder.resolve("away"), sky);
      indexer.scan(sky);
      await(() -> indexer.status().mounts().get(0).mount().connected());
      assertThat(indexer.status().mounts().get(0).mount().offlineSince()).isEmpty();
    }
  }

  @Test
  void aMountThatIsMissingAtTheFirstStartIsScannedWhenItAppears() throws Exception {
    Files.move(sky, folder.resolve("away"));
    try (Node node = node();
        Indexer indexer = indexer(node)) {
      indexer.start(Optional.empty());
      await(() -> indexer.status().mounts().stream().anyMatch(m -> !m.mount().connected()));
      assertThat(indexer.status().mounts().get(0).mount().offlineSince()).isPresent();

      Files.move(folder.resolve("away"), sky); // and nobody asks for a scan
      await(() -> indexer.status().indexedCount() == 30);
      await(() -> indexer.status().mounts().get(0).mount().connected());
    }
  }

  @Test
  void aMountOfAProcessThatWasKilledIsTakenOver() throws Exception {
    try (Node node = node();
        Indexer indexer = indexer(node)) {
      Leases leases = new Leases(node.database());
      String name = "scan:" + ProgressKeys.rescan(sky);
      assertThat(leases.take(name, "killed", Duration.ofSeconds(2))).isTrue();
      indexer.scan(sky);
      await(() -> indexer.status().indexedCount() == 30);
    }
  }

  @Test
  void aScanDoesNotWaitForEverForAProcessThatLives() throws Exception {
    try (Node node = node();
        Indexer indexer =
            new Indexer(node.settings(), parts(node, node.generator()), Duration.ofMillis(500))) {
      Leases leases = new Leases(node.database());
      String name = "scan:" + ProgressKeys.rescan(sky);
      assertThat(leases.take(name, "another", Duration.ofMinutes(1))).isTrue();
      indexer.scan(sky);
      await(() -> !isScanning());
      leases.giveBack(name, "another");
      Thread.sleep(2500);
      assertThat(indexer.status().indexedCount()).isZero();
      indexer.scan(sky);
      await(() -> indexer.status().indexedCount() == 30);
    }
  }

  private boolean isScanning() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().equals("scan of " + sky));
  }
}
