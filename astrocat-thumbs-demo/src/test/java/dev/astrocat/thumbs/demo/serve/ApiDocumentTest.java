package dev.astrocat.thumbs.demo.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.demo.serve.http.Param;
import dev.astrocat.thumbs.demo.serve.http.Route;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The document of the interface tells the truth of every route. */
@Timeout(120)
final class ApiDocumentTest extends EveryRoute {

  private static final Map<String, String> BODIES =
      Map.of(
          "/api/indexer/batch/thumbnails", "{\"path\":\"sky\"}",
          "/api/indexer/batch/rescan", "{\"path\":\"sky\"}",
          "/api/login", "{\"token\":\"" + TestServer.TOKEN + "\"}");

  private ApiDocument document;
  private String key;

  @BeforeAll
  void prepare() throws Exception {
    document = new ApiDocument(server.get("/api/openapi.json").body());
    server.get(server.thumbnail("broken.fits"));
    String body = "{\"path\":\"sky/m31\"}";
    key =
        server.json(server.post("/api/indexer/batch/thumbnails", body), 202).get("key").textValue();
    Path folder = server.node.settings().thumbnails();
    long id = server.id("light.fits");
    Files.write(folder.resolve("annotated_" + id + ".jpg"), new byte[] {-1, -40, 1, 2});
  }

  Stream<Route> answering() {
    return all().filter(route -> route.answer().events().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("answering")
  void everyRouteAnswersAsTheDocumentSays(Route route) throws Exception {
    String path =
        route
            .path()
            .replace("{id}", String.valueOf(server.id("light.fits")))
            .replace("{key}", key)
            .replace("{code}", "DATA_TRUNCATED");
    String body = BODIES.getOrDefault(route.path(), "");
    boolean isOpen = route.access() == Route.Access.OPEN && body.isEmpty();
    HttpResponse<String> answer =
        server.send(
            isOpen // as visitors see it; administrators are shown the paths of mounts
                ? server.request(path).method(route.method().name(), BodyPublishers.noBody())
                : server.as(route.method().name(), path, body));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(route.answer().status());
    assertThat(document.untrue(List.of(Exchange.of(answer)))).isEmpty();
    if (route.answer().mediaType().equals("application/json")) { // some depend on who asks
      assertThat(answer.headers().firstValue("Cache-Control").orElse("none"))
          .isIn("no-store", "private, no-cache");
    }
  }

  /** Only what has no fixed fields goes without. */
  @Test
  void everyJsonAnswerIsDescribed() {
    assertThat(
            all()
                .filter(route -> route.answer().mediaType().equals("application/json"))
                .filter(route -> route.answer().body().isEmpty()))
        .extracting(Route::path)
        .containsExactly("/api/openapi.json");
  }

  @Test
  void everyPlaceInAPathIsAParameter() {
    assertThat(all())
        .allSatisfy(
            route ->
                assertThat(route.params())
                    .filteredOn(param -> param.place() == Param.Place.PATH)
                    .extracting(param -> "{" + param.name() + "}")
                    .containsExactlyElementsOf(places(route.path())));
  }

  private static List<String> places(String path) {
    return Stream.of(path.split("/")).filter(part -> part.startsWith("{")).toList();
  }

  @Test
  void eventsAreAsTheDocumentSays() throws Exception {
    Set<String> expected = new HashSet<>(document.events().toList());
    assertThat(expected).hasSize(6);
    try (BufferedReader events = listening()) {
      String event = "";
      while (!expected.isEmpty()) {
        String line = events.readLine();
        if (line.startsWith("event: ")) {
          event = line.substring(7);
        } else if (line.startsWith("data: ")) {
          assertThat(document.wrongEvent(event, line.substring(6))).as(event).isEmpty();
          expected.remove(event);
        }
        if (event.equals("stats")) { // then all is told that stood, and changes follow
          server.get(server.thumbnail("light.fits") + "?stretch=minmax");
        }
      }
    }
  }

  private BufferedReader listening() throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            server.request("/api/events").build().uri().toURL().openConnection().getInputStream(),
            StandardCharsets.UTF_8));
  }
}
