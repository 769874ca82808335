package dev.astrocat.thumbs.demo.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrocat.thumbs.demo.testing.Databases;
import java.io.IOException;
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
import org.junit.jupiter.params.provider.ValueSource;

final class GuardTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, localhost, 200",
    "127.0.0.1, LOCALHOST:9000, 200",
    "127.0.0.1, 127.0.0.1:80, 200",
    "127.0.0.1, [::1]:80, 200",
    "127.0.0.1, evil.example, 421",
    "127.0.0.1, localhost.evil.example:8080, 421",
    "127.0.0.1, 127.0.0.1.evil.example, 421",
    "0.0.0.0, telescope.example, 200"
  })
  void onlyLoopbackNamesAreAnsweredOnLoopback(String bound, String host, int status)
      throws IOException {
    try (TestServer server = start(Optional.empty(), bound)) {
      String request = "GET /health HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      assertThat(server.raw(request)).startsWith("HTTP/1.1 " + status);
    }
  }

  @Test
  void cookieOfALoginIsAsGoodAsTheToken() throws Exception {
    try (TestServer server = start(Optional.of(TestServer.TOKEN), "127.0.0.1")) {
      assertThat(session(server, "")).isEqualTo("{\"admin\":false,\"token_required\":true}");
      assertThat(server.post("/api/login", "{\"token\":\"wrong\"}").statusCode()).isEqualTo(401);
      HttpResponse<String> login =
          server.post("/api/login", "{\"token\":\"" + TestServer.TOKEN + "\"}");

      assertThat(login.statusCode()).isEqualTo(204);
      String cookie = login.headers().firstValue("Set-Cookie").orElseThrow();
      assertThat(cookie).contains("HttpOnly", "SameSite=Strict", "Path=/");
      assertThat(cookie).doesNotContain(TestServer.TOKEN);
      String value = cookie.substring(0, cookie.indexOf(';'));
      assertThat(session(server, value)).isEqualTo("{\"admin\":true,\"token_required\":true}");
      assertThat(session(server, value + "0")).contains("\"admin\":false");
      String later = value.replaceFirst("=\\d", "=9"); // the end time is sealed
      assertThat(session(server, later)).contains("\"admin\":false");
    }
  }

  private static String session(TestServer server, String cookie) throws Exception {
    JsonNode session =
        server.json(server.send(server.request("/api/session").header("Cookie", cookie)), 200);
    return "{\"admin\":%s,\"token_required\":%s}"
        .formatted(session.get("admin"), session.get("token_required"));
  }

  /** The names of schemes are the same in any case (RFC 9110 section 11.1). */
  @Test
  void schemeOfTheTokenIsTheSameInAnyCase() throws Exception {
    try (TestServer server = start(Optional.of(TestServer.TOKEN), "127.0.0.1")) {
      HttpRequest.Builder request =
          server.request("/api/session").header("Authorization", "bearer " + TestServer.TOKEN);

      assertThat(server.json(server.send(request), 200).get("admin").booleanValue()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ZZ\r\n\r\n", "5\r\n{}", ""})
  void bodyThatBreaksOffDoesNothing(String chunks) throws Exception {
    try (TestServer server = start(Optional.empty(), "127.0.0.1")) {
      String head =
          "POST /api/indexer/scan HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
              + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";

      assertThat(server.rawHalf(head + chunks)).startsWith("HTTP/1.1 400").contains("BROKEN_BODY");
    }
  }

  @Test
  void figuresDoNotGrowWithWhatClientsInvent() throws Exception {
    try (TestServer server = start(Optional.empty(), "127.0.0.1")) {
      for (String method : List.of("BREW", "get", "TEA".repeat(40))) {
        server.raw(method + " / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
      }
      assertThat(server.get("/metrics").body())
          .contains("method=\"other\"")
          .doesNotContain("BREW", "\"get\"", "TEATEA");
    }
  }

  @Test
  void whoGuessesTokensIsSlowedDown() throws Exception {
    try (TestServer server = start(Optional.of(TestServer.TOKEN), "127.0.0.1")) {
      HttpResponse<String> answer = server.post("/api/login", "{\"token\":\"0\"}");
      for (int i = 0; i < 2_000 && answer.statusCode() == 401; i++) {
        answer = server.post("/api/login", "{\"token\":\"" + i + "\"}");
      }
      assertThat(answer.statusCode()).isEqualTo(429);
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }
  }

  @Test
  void readingIsNoPlaceToGuessTokens() throws Exception {
    try (TestServer server = start(Optional.of(TestServer.TOKEN), "127.0.0.1")) {
      int status = 200;
      for (int i = 0; i < 2_000 && status == 200; i++) {
        HttpRequest.Builder guess = server.request("/api/session");
        status = server.send(guess.header("Authorization", "Bearer " + i)).statusCode();
      }
      assertThat(status).isEqualTo(429);
    }
  }

  /** What a page of an old browser could send without saying where it comes from. */
  @Test
  void cookieAloneChangesNothing() throws Exception {
    try (TestServer server = start(Optional.of(TestServer.TOKEN), "127.0.0.1")) {
      HttpResponse<String> login =
          server.post("/api/login", "{\"token\":\"" + TestServer.TOKEN + "\"}");
      String cookie = login.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
      HttpRequest.Builder clear =
          server
              .request("/api/indexer/thumbnails/clear")
              .header("Cookie", cookie)
              .POST(BodyPublishers.noBody());

      assertThat(server.send(clear).statusCode()).isEqualTo(403);
      assertThat(server.send(clear.header("Sec-Fetch-Site", "same-origin")).statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void withoutATokenEverybodyOnThisMachineIsAdministrator() throws Exception {
    try (TestServer server = start(Optional.empty(), "127.0.0.1")) {
      assertThat(session(server, "")).isEqualTo("{\"admin\":true,\"token_required\":false}");
      assertThat(server.post("/api/indexer/thumbnails/clear", "{}").statusCode()).isEqualTo(200);
    }
  }

  private TestServer start(Optional<String> token, String host) throws IOException {
    return TestServer.start(folder, Databases.h2(), Optional.empty(), token, host);
  }
}
