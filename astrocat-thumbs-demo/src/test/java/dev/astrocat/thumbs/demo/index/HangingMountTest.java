package dev.astrocat.thumbs.demo.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.ThumbnailGenerator;
import dev.astrocat.thumbs.demo.TestFits;
import dev.astrocat.thumbs.demo.database.Leases;
import dev.astrocat.thumbs.demo.node.Node;
import dev.astrocat.thumbs.demo.testing.TestDatabase;
import dev.astrocat.thumbs.host.ProgressKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Scans that have begun and do not come to their end. */
@ParameterizedClass
@EnumSource
@Timeout(600)
final class HangingMountTest extends IndexerCase {

  private final HangingDecoder decoder = new HangingDecoder();
  private final ThumbnailGenerator generator = decoder.generator();
  private Path hung = Path.of("");

  HangingMountTest(TestDatabase kind) {
    super(kind);
  }

  @BeforeEach
  void hang() throws Exception {
    hung = Files.createDirectories(folder.resolve("hung"));
    old(TestFits.write(hung.resolve("good.fits"), 20, 10));
    old(Files.write(hung.resolve("x.hang"), new byte[100]));
  }

  @AfterEach
  void letGo() {
    decoder.release();
    generator.close();
  }

  @Test
  void aMountThatHangsHoldsUpNobodyAndItsFirstPicturesAppear() throws Exception {
    try (Node node = node();
        Indexer indexer = indexer(node, List.of(hung, sky))) {
      indexer.start(Optional.empty());
      decoder.awaitReader();
      await(() -> status(indexer, sky).mount().lastScan().isPresent());
      await(() -> hasThumbnail(node, hung));
      assertThat(status(indexer, hung).current()).as("still at it").isPresent();
      assertThat(status(indexer, hung).mount().lastScan()).isEmpty();
    }
  }

  @Test
  void allMountsAreScannedUnderKeysOfTheirOwn() throws Exception {
    try (Node node = node();
        Indexer indexer = indexer(node, List.of(hung, sky))) {
      assertThat(indexer.scanAll())
          .containsExactly(ProgressKeys.rescan(hung), ProgressKeys.rescan(sky));
    }
  }

  @Test
  void aScanOfAFolderIsSeenByOtherProcesses() throws Exception {
    Path night = sky.resolve("night0");
    Files.move(hung.resolve("x.hang"), night.resolve("x.hang"));
    try (Node node = node();
        Node other = node();
        Indexer here = indexer(node, List.of(sky));
        Indexer there = indexer(other, List.of(sky))) {
      here.scan(night);
      decoder.awaitReader();
      await(() -> status(there, sky).current().isPresent());
      assertThat(status(there, sky).current().orElseThrow().path()).isEqualTo("sky/night0");
      assertThat(there.status().isRunning()).isTrue();
    }
  }

  @Test
  void aScanEndsWhenAnotherProcessHasTakenTheMount() throws Exception {
    try (Node node = node()) {
      MountDesk desk = desk(node);
      desk.take(new ScanRequest(hung, hung, ScanRequest.Depth.CHANGES));
      decoder.awaitReader();
      desk.tick();
      assertThat(desk.job()).as("it is ours").isPresent();
      node.database().use(handle -> handle.execute("update leases set holder = 'thief'"));
      desk.tick();
      await(() -> desk.job().isEmpty());
      String name = "scan:" + ProgressKeys.rescan(hung);
      assertThat(new Leases(node.database()).take(name, "thief", Duration.ofSeconds(9))).isTrue();
      desk.close();
    }
  }

  private MountDesk desk(Node node) {
    IndexerParts parts = parts(node, generator);
    ScanSetup setup = MountScanTest.setup(node.catalog(), generator, hung, ids -> {});
    ScanLedger ledger = new ScanLedger(parts, ScanLedger.PATIENCE);
    return new MountDesk(new MountScanner(hung, node.catalog(), setup, ledger));
  }

  private Indexer indexer(Node node, List<Path> mounts) {
    return new Indexer(withMounts(node.settings(), mounts), parts(node, generator));
  }

  private static MountStatus status(Indexer indexer, Path mount) {
    return indexer.status().mounts().stream()
        .filter(status -> status.mount().path().equals(mount))
        .findFirst()
        .orElseThrow();
  }

  private static boolean hasThumbnail(Node node, Path mount) {
    return node.catalog().page(Optional.of(mount), Optional.empty(), 50).stream()
        .anyMatch(image -> image.thumbnail().isPresent());
  }
}
