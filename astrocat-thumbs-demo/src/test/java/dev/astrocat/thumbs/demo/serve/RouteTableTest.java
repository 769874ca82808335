package dev.astrocat.thumbs.demo.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.demo.serve.http.Param;
import dev.astrocat.thumbs.demo.serve.http.Route;
import io.javalin.http.HandlerType;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What no request may achieve, tried on every route that there is. */
@Timeout(300)
final class RouteTableTest extends EveryRoute {

  /** What else a parameter may be than one of a few words or a number of some range. */
  private static final Set<String> FREE_TEXT = Set.of("q", "path", "parent", "filter");

  private static final List<String> STRANGE =
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
    HttpRequest.Builder request =
        request(route, path).header("Cookie", forged).header("Sec-Fetch-Site", "same-origin");
    HttpResponse<String> answer = server.send(request);
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
      if (reads) {
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
    boolean isPage = route.answer().mediaType().equals("text/html");
    if (!route.path().contains("{")) {
      return;
    }
    for (String id :
        List.of("0", "-1", "x", "1e3", "9".repeat(30), "a%20b", "%C3%A9", "999999999")) {
      HttpResponse<String> answer =
          server.send(server.as(route.method().name(), filled(route, id), "{}"));
      boolean isShell = isPage && id.equals("999999999"); // which finds out by itself
      assertThat(answer.statusCode()).as(id).isEqualTo(isShell ? 200 : 404);
      assertThat(answer.body()).contains(isPage ? "<!doctype html>" : "\"code\":\"NOT_FOUND\"");
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void strangeNumbersAndWordsAreRefused(Route route) throws Exception {
    String path =
        filled(route, String.valueOf(server.id("other.fits")))
            .replaceFirst("failures/.*", "failures/DATA_TRUNCATED");
    for (Param param : route.params()) {
      for (String value : param.place() == Param.Place.QUERY ? STRANGE : List.<String>of()) {
        String encoded = value.contains("%") ? value : encoded(value);
        HttpResponse<String> answer =
            server.send(
                server.as(route.method().name(), path + "?" + param.name() + "=" + encoded, "{}"));
        assertThat(answer.statusCode()).as(param + " " + value).isIn(expected(route, param, value));
      }
    }
  }

  /**
   * A size may be any positive number; text is searched for, and what is not found is not there.
   */
  private static Set<Integer> expected(Route route, Param param, String value) {
    boolean isList = !route.path().matches(".*/(thumbnail|download|explain)");
    if (param.name().equals("v")) {
      return Set.of(200);
    }
    if (FREE_TEXT.contains(param.name()) || param.name().equals("format") && isList) {
      return value.equals("%00") ? Set.of(422) : Set.of(200, 404);
    }
    return param.name().equals("size") && value.matches("[1-9]\\d*") && value.length() < 19
        ? Set.of(200)
        : Set.of(422);
  }

  @Test
  void refusalOfAMethodNamesThoseThatThereAre() throws Exception {
    HttpResponse<String> answer = server.send(server.as("PATCH", "/api/images/1", "{}"));

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow").orElseThrow()).contains("GET", "PUT", "HEAD");
  }

  private HttpRequest.Builder request(Route route, String path) {
    return server.request(path).method(route.method().name(), BodyPublishers.noBody());
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
