package dev.astrocat.thumbs.demo.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrocat.thumbs.demo.config.DatabaseUrl;
import dev.astrocat.thumbs.demo.testing.Databases;
import dev.astrocat.thumbs.demo.testing.TcpProxy;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
final class OutageTest {

  @TempDir private Path folder;

  @Test
  void withoutADatabaseCachedPicturesAreStillServed() throws Exception {
    DatabaseUrl direct = Databases.postgres();
    Matcher port = Pattern.compile("localhost:(\\d+)").matcher(direct.jdbcUrl());
    assertThat(port.find()).isTrue();
    try (TcpProxy proxy = TcpProxy.before(Integer.parseInt(port.group(1)));
        TestServer server = start(through(direct, port.group(), proxy)).withImages()) {
      String picture = server.thumbnail("light.fits") + "?size=grid";
      assertThat(server.get(picture).statusCode()).isEqualTo(200);

      proxy.unplug();
      Thread.sleep(3_500); // what was asked a moment ago is no longer fresh
      for (int i = 0; i < 20; i++) {
        assertThat(server.get(picture).statusCode()).isEqualTo(200);
      }
      refused(server.get("/api/images"), server);
      refused(server.get("/api/folders"), server);
      refused(server.get(server.thumbnail("other.fits")), server);
      refused(server.get("/api/images/1"), server);
      refused(server.post("/api/indexer/batch/thumbnails", "{\"path\":\"sky\"}"), server);
      assertThat(server.json(server.get("/health"), 503).get("status").textValue())
          .isEqualTo("degraded");

      proxy.plug();
      Instant back = Instant.now();
      while (server.get("/api/images").statusCode() != 200
          || server.get(server.thumbnail("other.fits")).statusCode() != 200) {
        Thread.sleep(100);
      }
      assertThat(Duration.between(back, Instant.now())).isLessThan(Duration.ofMinutes(1));
      assertThat(server.leaks()).isEmpty();
    }
  }

  private static void refused(HttpResponse<String> answer, TestServer server) throws IOException {
    JsonNode body = server.json(answer, 503);
    assertThat(body.get("code").textValue()).isEqualTo("STORE_UNAVAILABLE");
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
  }

  private static DatabaseUrl through(DatabaseUrl direct, String address, TcpProxy proxy) {
    return new DatabaseUrl(
        direct.kind(),
        direct.jdbcUrl().replace(address, "localhost:" + proxy.port()),
        direct.user(),
        direct.password());
  }

  private TestServer start(DatabaseUrl database) throws IOException {
    return TestServer.start(folder, database, Optional.empty(), Optional.empty(), "127.0.0.1");
  }
}
