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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
      Files.createDirectory(Installation.sky(folder));
      try (DemoProcess server =
          DemoProcess.server(folder, "--database=postgresql://postgres:postgres@" + address)) {
        Patience.await("it says what for", () -> server.said().contains("waiting for it"));
        assertThat(server.said())
            .contains("the database postgresql://" + address + " does not answer; waiting for it");

        relay.resume();

        assertThat(new Visitor(server.address()).get("/health").isOk()).isTrue();
        assertThat(server.terminate()).as("exit code after SIGTERM").isZero();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"serve", "worker"})
  void whoWaitsEndsWhenToldToAndSaysWhyWithoutThePassword(String verb) throws Exception {
    List<String> arguments =
        List.of(
            verb,
            "--data=" + folder.resolve("data"),
            "--thumbnails=" + folder.resolve("thumbnails"),
            "--database=postgresql://me:secret@127.0.0.1:1/none");
    try (DemoProcess process = DemoProcess.start(folder.resolve("logs"), arguments)) {
      Patience.await("it waits", () -> process.said().contains("waiting for it"));

      assertThat(process.terminate()).as("exit code of a start without success").isEqualTo(1);
      assertThat(process.said())
          .endsWith("the database postgresql://127.0.0.1:1/none does not answer\n")
          .doesNotContain("secret", "\tat ");
    }
  }

  private static String name(DatabaseUrl url) {
    return url.jdbcUrl().substring(url.jdbcUrl().lastIndexOf('/') + 1);
  }
}
