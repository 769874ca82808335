package dev.astrocat.thumbs.demo.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.ThumbnailGenerator;
import dev.astrocat.thumbs.demo.TestFits;
import dev.astrocat.thumbs.demo.database.StoreException;
import dev.astrocat.thumbs.demo.node.Node;
import dev.astrocat.thumbs.demo.node.Role;
import dev.astrocat.thumbs.demo.testing.PostgresServer;
import dev.astrocat.thumbs.demo.testing.Relay;
import dev.astrocat.thumbs.demo.testing.TestSettings;
import dev.astrocat.thumbs.host.ProgressKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A scan that loses its database in the middle. */
@Timeout(600)
final class ScanOutageTest {

  private static final int FRAMES = 12;

  @TempDir private Path folder;

  @Test
  void itIsTakenUpAgainWhenTheDatabaseIsBackAndNobodyAsks() throws Exception {
    Path sky = folder.resolve("sky");
    for (int i = 0; i < FRAMES; i++) {
      IndexerCase.old(TestFits.write(sky.resolve("f" + i + ".fits"), 20, 10));
    }
    IndexerCase.old(Files.write(sky.resolve("x.hang"), new byte[100]));
    HangingDecoder decoder = new HangingDecoder();
    String key = ProgressKeys.rescan(sky);
    try (Relay relay = Relay.to(PostgresServer.port());
        ThumbnailGenerator generator = decoder.generator();
        Node node = node(relay);
        Indexer indexer = new Indexer(node.settings(), IndexerCase.parts(node, generator))) {
      indexer.start(Optional.empty());
      decoder.awaitReader();
      IndexerCase.await(() -> "running".equals(node.progress().read(key).get("status")));

      relay.refuse();
      decoder.release(); // and what was read cannot be kept
      Thread.sleep(3_000);
      relay.resume();

      IndexerCase.await(() -> isCompleted(node, key));
      assertThat(node.progress().read(key))
          .containsEntry("processed", String.valueOf(FRAMES + 1))
          .containsEntry("total", String.valueOf(FRAMES + 1));
      assertThat(node.catalog().count(Optional.of(sky))).hasValue(FRAMES + 1);
      IndexerCase.await(() -> !indexer.status().isRunning()); // it is told before that
      assertThat(node.bulk().runs().get(0).progress().state().isEnd()).isTrue();
    }
  }

  private static boolean isCompleted(Node node, String key) {
    try {
      return "completed".equals(node.progress().read(key).get("status"));
    } catch (StoreException e) {
      return false; // not back yet
    }
  }

  private Node node(Relay relay) {
    return Node.open(
        TestSettings.in(folder, relay.address(PostgresServer.emptyDatabase()), Optional.empty()),
        Role.WORKER);
  }
}
