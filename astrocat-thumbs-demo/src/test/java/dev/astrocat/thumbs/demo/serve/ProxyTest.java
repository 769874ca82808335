package dev.astrocat.thumbs.demo.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrocat.thumbs.demo.config.Listening;
import dev.astrocat.thumbs.demo.testing.Databases;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server that is reached through a proxy, which here is the client. */
final class ProxyTest {

  private static final String FOR = "X-Forwarded-For";

  /** More than anybody may make at once. */
  private static final int MISTAKES = 210;

  @TempDir private Path folder;

  /** What was added by proxies of ours is believed, what came before may be made up. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          127.0.0.1             | 203.0.113.9              | 203.0.113.10             | 200
          127.0.0.1             | 203.0.113.9              | 203.0.113.9              | 429
          127.0.0.1             | 203.0.113.9              | 203.0.113.10,203.0.113.9 | 429
          127.0.0.1             | 198.51.100.1,203.0.113.9 | 203.0.113.9              | 429
          127.0.0.1,10.0.0.0/8  | 203.0.113.9, 10.1.2.3    | 203.0.113.9              | 429
          127.0.0.1,10.0.0.0/8  | 203.0.113.9, 10.1.2.3    | 203.0.113.10, 10.1.2.3   | 200
          127.0.0.1             | 2001:db8::9              | 2001:db8::10             | 200
          127.0.0.1             | unknown                  | localhost                | 429
          10.0.0.0/8            | 203.0.113.9              | 203.0.113.10             | 429
          """)
  void mistakesOfOneAreNotThoseOfAnother(String proxies, String mistaken, String other, int status)
      throws Exception {
    try (TestServer server = start(Optional.of(TestServer.TOKEN), List.of(proxies.split(",")))) {
      for (int i = 0; i < MISTAKES; i++) {
        session(server, mistaken, "wrong");
      }

      assertThat(session(server, other, TestServer.TOKEN).statusCode()).isEqualTo(status);
    }
  }

  @ParameterizedTest
  @CsvSource({"127.0.0.1, https, true", "127.0.0.1, http, false", "10.0.0.1, https, false"})
  void cookieOfWhoCameByHttpsIsNeverShownWithoutIt(String proxy, String scheme, boolean isSecure)
      throws Exception {
    try (TestServer server = start(Optional.of(TestServer.TOKEN), List.of(proxy))) {
      HttpRequest.Builder login =
          server
              .request("/api/login")
              .header("X-Forwarded-Proto", scheme)
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString("{\"token\":\"" + TestServer.TOKEN + "\"}"));
      String cookie = server.send(login).headers().firstValue("Set-Cookie").orElseThrow();

      assertThat(cookie.contains("; Secure")).isEqualTo(isSecure);
    }
  }

  @Test
  void withoutATokenNobodyAdministratesThroughAProxy() throws Exception {
    try (TestServer server = start(Optional.empty(), List.of())) {
      HttpRequest.Builder scan =
          server
              .request("/api/indexer/scan")
              .header(FOR, "203.0.113.9")
              .POST(BodyPublishers.noBody());
      JsonNode refused = server.json(server.send(scan), 403);
      HttpRequest.Builder look = server.request("/api/images").header(FOR, "203.0.113.9");
      HttpRequest.Builder asked = server.request("/api/session").header(FOR, "203.0.113.9");

      assertThat(refused.get("code").textValue()).isEqualTo("TOKEN_NOT_SET");
      assertThat(server.send(look).statusCode()).isEqualTo(200);
      assertThat(server.json(server.send(asked), 200).get("admin").booleanValue()).isFalse();
      assertThat(server.post("/api/indexer/scan", "{}").statusCode()).isEqualTo(202);
    }
  }

  private static HttpResponse<String> session(TestServer server, String from, String token)
      throws Exception {
    return server.send(
        server
            .request("/api/session")
            .header(FOR, from)
            .header("Authorization", "Bearer " + token));
  }

  private TestServer start(Optional<String> token, List<String> proxies) throws Exception {
    return TestServer.start(
        folder, Databases.h2(), Optional.empty(), token, new Listening("127.0.0.1", 0, proxies));
  }
}
