package dev.astrocat.thumbs.demo.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.demo.serve.http.Param;
import dev.astrocat.thumbs.demo.serve.http.Route;
import dev.astrocat.thumbs.demo.testing.Databases;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What no request may achieve, tried on every route that there is. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RouteTableTest {

  private static final List<String> NUMBERS =
      List.of(
          "-1",
          "0",
          "-9223372036854775808",
          "9223372036854775807",
          "99999999999999999999999999",
          "1e9",
          "NaN",
          "0x10",
          "\u0661",
          "%00",
          "1;drop table images");

  private TestServer server;

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
  void close() {
    if (server != null) {
      server.close();
      assertThat(server.traffic).hasSizeGreaterThan(1_000);
      assertThat(server.leaks()).isEmpty();
    }
  }

  Stream<Route> all() {
    return server.server.table().routes().stream();
  }

  Stream<Route> changing() {
    return all().filter(route -> !route.method().equals(HandlerType.GET));
  }

  Stream<Route> locked() {
    return all().filter(route -> route.access() == Route.Access.ADMIN);
  }

  /** A new route that changes something is locked, or else it is one of these. */
  @Test
  void whatChangesThingsIsLocked() {
    assertThat(changing().filter(route -> route.access() == Route.Access.OPEN))
        .extracting(Route::path)
        .containsExactlyInAnyOrder("/api/login", "/api/logout");
  }

  @ParameterizedTest
  @MethodSource("locked")
  void lockedRoutesWantTheToken(Route route) throws Exception {
    String path = filled(route, "1");
    for (String header : List.of("", "Bearer ", "Bearer wrong", "Basic " + TestServer.TOKEN)) {
      HttpRequest.Builder request = request(route, path).header("Content-Type", "application/json");
      HttpResponse<String> answer =
          server.send(header.isEmpty() ? request : request.header("Authorization", header));
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.body()).containsPattern("TOKEN_(REQUIRED|WRONG)");
      assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    }
    String forged = "astrocat_admin=99999999999." + "0".repeat(64);
    HttpResponse<String> answer = server.send(request(route, path).header("Cookie", forged));
    assertThat(answer.statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @MethodSource("changing")
  void foreignPagesChangeNothing(Route route) throws Exception {
    String path = filled(route, "1");
    for (String origin : List.of("http://evil.example", "null", "http://127.0.0.1:1", "x")) {
      HttpResponse<String> answer =
          server.send(server.as(route.method().name(), path, "{}").header("Origin", origin));
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).contains("FOREIGN_ORIGIN");
    }
    for (String site : List.of("cross-site", "same-site")) {
      HttpResponse<String> answer =
          server.send(server.as(route.method().name(), path, "{}").header("Sec-Fetch-Site", site));
      assertThat(answer.statusCode()).isEqualTo(403);
    }
  }

  @ParameterizedTest
  @MethodSource("changing")
  void bodiesAreJsonAndShort(Route route) throws Exception {
    String path = filled(route, "1");
    for (String type :
        List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "json")) {
      HttpResponse<String> answer =
          server.send(
              server
                  .request(path)
                  .header("Authorization", "Bearer " + TestServer.TOKEN)
                  .header("Content-Type", type)
                  .method(route.method().name(), BodyPublishers.ofString("{}")));
      assertThat(answer.statusCode()).isEqualTo(415);
    }
    String announced = "Content-Type: application/json\r\nContent-Length: 70000\r\n\r\n";
    assertThat(status(server.raw(head(route, path) + announced))).isEqualTo(413);
  }

  @ParameterizedTest
  @MethodSource("changing")
  void brokenBodiesAreRefused(Route route) throws Exception {
    boolean reads = route.params().stream().anyMatch(p -> p.place() == Param.Place.BODY);
    String path = filled(route, String.valueOf(server.id("light.fits")));
    for (String body : List.of("{", "[]", "\"x\"", "[".repeat(5_000), "{\"a\":1}}x", "\u0000")) {
      HttpResponse<String> answer = server.send(server.as(route.method().name(), path, body));
      assertThat(answer.statusCode()).as(body).isLessThan(500);
      if (reads && !body.equals("{\"a\":1}}x")) {
        assertThat(answer.statusCode()).isEqualTo(400);
      }
    }
    for (Param field : route.params()) {
      for (String value :
          List.of("1", "{}", "[]", "true", "\"\"", "\"" + "x".repeat(9_000) + "\"")) {
        if (field.place() == Param.Place.BODY && !route.path().equals("/api/login")) {
          String body = "{\"" + field.name() + "\":" + value + "}";
          HttpResponse<String> answer = server.send(server.as(route.method().name(), path, body));
          assertThat(answer.statusCode()).as(body).isEqualTo(422);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void unknownIdsAreNotFound(Route route) throws Exception {
    if (!route.path().contains("{") || route.mediaType().equals("text/html")) {
      return;
    }
    for (String id :
        List.of("999999999", "0", "-1", "x", "1e3", "9".repeat(30), "a%20b", "%C3%A9")) {
      HttpResponse<String> answer =
          server.send(server.as(route.method().name(), filled(route, id), "{}"));
      assertThat(answer.statusCode()).as(id).isEqualTo(404);
      assertThat(answer.body()).contains("\"code\":\"NOT_FOUND\"");
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void strangeNumbersAndWordsAreRefusedOrHarmless(Route route) throws Exception {
    String path =
        filled(route, String.valueOf(server.id("other.fits")))
            .replaceFirst("failures/.*", "failures/DATA_TRUNCATED");
    for (Param param : route.params()) {
      if (param.place() != Param.Place.QUERY) {
        continue;
      }
      for (String value : NUMBERS) {
        String encoded = value.contains("%") ? value : encoded(value);
        HttpResponse<String> answer =
            server.send(
                server.as(route.method().name(), path + "?" + param.name() + "=" + encoded, "{}"));
        Set<Integer> expected =
            param.type().equals("integer") ? Set.of(422) : Set.of(200, 404, 415, 422);
        assertThat(expected).as(param + " " + value).contains(answer.statusCode());
      }
    }
  }

  @Test
  void thereAreManyWaysUp() {
    assertThat(Traversals.ALL).hasSizeGreaterThanOrEqualTo(200).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("all")
  void noPathLeadsOut(Route route) throws IOException {
    for (String up : Traversals.ALL) {
      for (Param param : route.params()) {
        switch (param.place()) {
          case PATH -> pathLeadsNowhere(route, param, up);
          case QUERY -> queryLeadsNowhere(route, param, up);
          case BODY -> bodyLeadsNowhere(route, param, up);
        }
      }
    }
  }

  private void pathLeadsNowhere(Route route, Param param, String up) throws IOException {
    String path = route.path().replace("{" + param.name() + "}", up.replace(" ", "%20"));
    String answer = server.raw(head(route, path) + "Content-Length: 0\r\n\r\n");
    if (!route.mediaType().equals("text/html")) { // the page itself has nothing to hide
      assertThat(status(answer)).as(up).isIn(400, 404, 405);
    }
    assertThat(answer).doesNotContain("root:");
  }

  private void queryLeadsNowhere(Route route, Param param, String up) throws IOException {
    if (!param.name().equals("path") && !param.name().equals("parent")) {
      return; // not a path
    }
    String path = filled(route, "1") + "?" + param.name() + "=" + up.replace(" ", "%20");
    String answer = server.raw(head(route, path) + "\r\n");
    assertThat(status(answer)).as(up).isIn(200, 400, 404, 422);
    assertThat(answer).as(up).doesNotContain("root:");
    if (up.contains("..") || up.contains("passwd")) {
      assertThat(answer).as(up).doesNotContain("\"file_name\"");
    }
  }

  private void bodyLeadsNowhere(Route route, Param param, String up) throws IOException {
    if (!param.name().equals("path")) {
      return;
    }
    String body = "{\"path\":\"" + up.replace("\\", "\\\\").replace("\u0000", "\\u0000") + "\"}";
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    String answer =
        server.raw(
            head(route, route.path())
                + "Content-Type: application/json\r\nContent-Length: "
                + length
                + "\r\n\r\n"
                + body);
    assertThat(status(answer)).as(up).isIn(404, 422);
  }

  private static String head(Route route, String path) {
    return route.method().name()
        + " "
        + path
        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
        + TestServer.TOKEN
        + "\r\n";
  }

  private static int status(String answer) {
    return Integer.parseInt(answer.substring(9, 12));
  }

  private HttpRequest.Builder request(Route route, String path) {
    return server.request(path).method(route.method().name(), BodyPublishers.noBody());
  }

  private static String filled(Route route, String value) {
    return route.path().replaceAll("\\{\\w+}", value);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
