package dev.astrocat.thumbs.demo.machines;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server with its own database, which nobody replaces until it is started again. */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
final class KilledServerTest {

  private static final int FRAMES = 300;

  @TempDir private Path folder;

  @Test
  void whatItWasAtGoesOnAfterTheNextStart() throws Exception {
    NoisySky.fill(Installation.sky(folder), FRAMES, 300, 200);
    try (DemoProcess first = server()) {
      Visitor visitor = new Visitor(first.address());
      Patience.await("some images", () -> images(visitor) > 0);
      assertThat(images(visitor)).as("images in the middle of the scan").isLessThan(FRAMES);
      first.kill();
    }
    Instant begin;
    String key;
    try (DemoProcess second = server()) {
      Visitor visitor = new Visitor(second.address());
      Patience.await("all pictures", () -> pictures(visitor) == Audit.THUMBNAILS * FRAMES);
      begin = Instant.now();
      JsonNode started = visitor.checked(visitor.post("/api/indexer/thumbnails/regenerate", "{}"));
      key = started.get("key").asText();
      Patience.await("some of the run", () -> run(visitor, key).get("done").asInt() > 10);
      second.kill();
    }
    try (DemoProcess third = server()) {
      Visitor visitor = new Visitor(third.address());
      long again = System.nanoTime();
      Patience.await("the end", () -> isEnded(visitor, key));
      System.out.printf(
          "the run ended %.1f s after the start%n", (System.nanoTime() - again) / 1e9);
      assertThat(run(visitor, key).get("done").asInt()).isEqualTo(FRAMES);
      new Audit(visitor, Installation.sky(folder)).allAreMade(FRAMES, begin);
      Audit.holds(folder.resolve("thumbnails"), FRAMES);
      assertThat(third.terminate()).as("exit code after SIGTERM").isZero();
    }
  }

  private DemoProcess server() throws IOException {
    return DemoProcess.server(
        folder,
        "--workers=1",
        "--max-size=" + Installation.MAX_SIZE,
        "--thumbnails=" + folder.resolve("thumbnails"));
  }

  private static int images(Visitor visitor) throws IOException, InterruptedException {
    return visitor.json("/api/images?page_size=1").get("total").asInt();
  }

  private static int pictures(Visitor visitor) throws IOException, InterruptedException {
    return visitor.json("/api/indexer/thumbnails/stats").get("count").asInt();
  }

  private static JsonNode run(Visitor visitor, String key)
      throws IOException, InterruptedException {
    return visitor.json("/api/indexer/bulk/" + key);
  }

  private static boolean isEnded(Visitor visitor, String key)
      throws IOException, InterruptedException {
    return run(visitor, key).get("status").asText().equals("completed");
  }
}
