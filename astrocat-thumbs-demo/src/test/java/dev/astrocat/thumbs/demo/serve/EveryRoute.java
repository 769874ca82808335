package dev.astrocat.thumbs.demo.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.demo.serve.http.Route;
import dev.astrocat.thumbs.demo.testing.Databases;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A server that remembers all answers, and all routes of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class EveryRoute {

  TestServer server;

  @BeforeAll
  void open(@TempDir Path folder) throws IOException {
    server =
        TestServer.start(
                folder,
                Databases.h2(),
                Optional.empty(),
                Optional.of(TestServer.TOKEN),
                "127.0.0.1")
            .withImages();
  }

  @AfterAll
  void close() throws Exception {
    if (server != null) {
      List<String> untrue = server.untrue();
      server.close();
      assertThat(untrue).isEmpty();
      assertThat(server.traffic).hasSizeGreaterThan(30);
      assertThat(server.leaks()).isEmpty();
    }
  }

  Stream<Route> all() {
    return server.server.table().routes().stream();
  }

  static String head(Route route, String path) {
    return route.method().name()
        + " "
        + path
        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
        + TestServer.TOKEN
        + "\r\n";
  }

  static int status(String answer) {
    return Integer.parseInt(answer.substring(9, 12));
  }

  static String filled(Route route, String value) {
    return route.path().replaceAll("\\{\\w+}", value);
  }
}
