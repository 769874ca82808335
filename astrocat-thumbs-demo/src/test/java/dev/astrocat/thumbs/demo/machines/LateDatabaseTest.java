package dev.astrocat.thumbs.demo.machines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.demo.config.DatabaseUrl;
import dev.astrocat.thumbs.demo.testing.PostgresServer;
import dev.astrocat.thumbs.demo.testing.Relay;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Machines start in any order: a database may come up after the server that needs it. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
final class LateDatabaseTest {

  @TempDir private Path folder;

  @Test
  void serverWaitsSaysWhatForAndStarts() throws Exception {
    String name = name(PostgresServer.emptyDatabase());
    try (Relay relay = Relay.to(PostgresServer.port())) {
      relay.refuse();
      String address = "127.0.0.1:" + relay.port() + "/" + name;
      try (DemoProcess server = server(address)) {
        Patience.await("it says what for", () -> server.said().contains("waiting for it"));
        assertThat(server.said())
            .contains("the database postgresql://" + address + " does not answer; waiting for it");

        relay.resume();

        assertThat(new Visitor(server.address()).get("/health").isOk()).isTrue();
        assertThat(server.terminate()).as("exit code after SIGTERM").isZero();
      }
    }
  }

  @Test
  void serverThatWaitsEndsWhenItIsToldTo() throws Exception {
    try (DemoProcess server = server("127.0.0.1:1/none")) {
      Patience.await("it waits", () -> server.said().contains("waiting for it"));

      assertThat(server.terminate()).as("exit code of a start without success").isEqualTo(1);
      assertThat(server.said())
          .endsWith("the database postgresql://127.0.0.1:1/none does not answer\n");
    }
  }

  private DemoProcess server(String database) throws Exception {
    return DemoProcess.start(
        folder.resolve("logs"),
        List.of(
            "serve",
            "--port=0",
            "--scan-every=off",
            "--library=" + Files.createDirectories(folder.resolve("sky")),
            "--data=" + folder.resolve("data"),
            "--database=postgresql://postgres:postgres@" + database));
  }

  private static String name(DatabaseUrl url) {
    return url.jdbcUrl().substring(url.jdbcUrl().lastIndexOf('/') + 1);
  }
}
