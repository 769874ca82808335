package dev.astrocat.thumbs.demo.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server answers to all else, whatever database is behind it. */
abstract class RestContract extends PictureContract {

  @Test
  void imagesComeInPages() throws Exception {
    String list = "/api/images?sort_by=name&page_size=2&page=";
    JsonNode first = server.json(server.get(list + 1), 200);
    JsonNode second = server.json(server.get(list + 2), 200);

    assertThat(first.get("total").intValue()).isEqualTo(4);
    assertThat(first.get("total_pages").intValue()).isEqualTo(2);
    assertThat(names(first)).containsExactly("broken.fits", "light.fits");
    assertThat(names(second)).containsExactly("moved.fits", "other.fits");
    JsonNode image = second.get("items").get(1);
    assertThat(image.get("id").isNumber()).isTrue();
    assertThat(image.get("mount").textValue()).isEqualTo("sky");
    assertThat(image.get("path").textValue()).isEqualTo("sky/m31");
    assertThat(image.get("file_format").textValue()).isEqualTo("FITS");
    assertThat(image.get("file_size_bytes").longValue()).isEqualTo(5760);
    assertThat(image.get("is_plate_solved").booleanValue()).isFalse();
    assertThat(image.get("has_annotated_image").booleanValue()).isFalse();
    assertThat(image.get("subframe").textValue()).isEqualTo("auto");
    assertThat(image.get("version").textValue()).matches("[0-9a-z]+");
    assertThat(image.get("width_pixels").isNull()).isTrue();
  }

  @Test
  void filtersAndFoldersAreCounted() throws Exception {
    assertThat(names(server.json(server.get("/api/images?path=sky/m31"), 200))).hasSize(2);
    assertThat(names(server.json(server.get("/api/images?q=OTHER"), 200)))
        .containsExactly("other.fits");
    JsonNode facets = server.json(server.get("/api/images/facets"), 200);
    assertThat(facets.get("formats").get(0).toString())
        .isEqualTo("{\"value\":\"FITS\",\"count\":4}");
    JsonNode folder = server.json(server.get("/api/folders"), 200).get("folders").get(0);
    assertThat(folder.get("path").textValue()).isEqualTo("sky");
    assertThat(folder.get("count").intValue()).isEqualTo(4);
    JsonNode below = server.json(server.get("/api/folders?parent=sky"), 200);
    assertThat(below.get("folders").get(0).get("path").textValue()).isEqualTo("sky/m31");
  }

  @Test
  void neighboursFollowTheOrder() throws Exception {
    String path = "/api/images/" + server.id("light.fits") + "/neighbours?sort_by=name";
    JsonNode beside = server.json(server.get(path), 200);

    assertThat(beside.get("previous").longValue()).isEqualTo(server.id("broken.fits"));
    assertThat(beside.get("next").longValue()).isEqualTo(server.id("moved.fits"));
    assertThat(beside.get("total").longValue()).isEqualTo(4);
  }

  @Test
  void failureTellsWhyAndIsListed() throws Exception {
    JsonNode body = server.json(server.get(server.thumbnail("broken.fits")), 422);
    assertThat(body.get("code").textValue()).isEqualTo("DATA_TRUNCATED");

    JsonNode groups = server.json(server.get("/api/indexer/failures"), 200).get("groups");
    JsonNode group = only(groups, "code", "DATA_TRUNCATED");
    assertThat(group.get("words").textValue()).isEqualTo("File is incomplete");
    assertThat(group.get("advice").textValue()).isEqualTo("Copy the file again.");
    assertThat(group.get("transient").booleanValue()).isFalse();
    JsonNode images = server.json(server.get("/api/indexer/failures/DATA_TRUNCATED"), 200);
    assertThat(names(images)).containsExactly("broken.fits");
    JsonNode problem = images.get("items").get(0).get("problem");
    assertThat(problem.get("code").textValue()).isEqualTo("DATA_TRUNCATED");
    assertThat(problem.get("detail")).isEqualTo(body.get("detail"));
    assertThat(problem.get("detail").textValue()).startsWith("FITS: ");
  }

  private static JsonNode only(JsonNode objects, String field, String value) {
    List<JsonNode> found = new ArrayList<>();
    objects.forEach(
        object -> {
          if (object.get(field).textValue().equals(value)) {
            found.add(object);
          }
        });
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  @Test
  void choiceIsKeptAndChangesTheVersion() throws Exception {
    String path = "/api/images/" + server.id("other.fits");
    JsonNode before = server.json(server.get(path), 200);
    JsonNode chosen =
        server.json(
            server.send(server.as("PUT", path, "{\"look\":\"pixinsight\",\"subframe\":\"no\"}")),
            200);

    assertThat(chosen.get("look").textValue()).isEqualTo("pixinsight");
    assertThat(chosen.get("subframe").textValue()).isEqualTo("no");
    assertThat(chosen.get("version")).isNotEqualTo(before.get("version"));
    JsonNode back =
        server.json(server.send(server.as("PUT", path, "{\"look\":null,\"subframe\":null}")), 200);
    assertThat(back.get("version")).isEqualTo(before.get("version"));
    JsonNode typed =
        server.json(
            server.send(server.as("PUT", path, "{\"subtype\":\"INTEGRATION_MASTER\"}")), 200);
    assertThat(typed.get("subtype").textValue()).isEqualTo("INTEGRATION_MASTER");
    assertThat(typed.get("version")).isNotEqualTo(before.get("version"));
    JsonNode untyped = server.json(server.send(server.as("PUT", path, "{\"subtype\":null}")), 200);
    assertThat(untyped.get("subtype")).isEqualTo(before.get("subtype"));
    assertThat(untyped.get("version")).isEqualTo(before.get("version"));
    String both = "{\"subtype\":\"INTEGRATION_MASTER\",\"subframe\":\"yes\"}";
    JsonNode one = server.json(server.send(server.as("PUT", path, both)), 200);
    assertThat(one.get("subtype").textValue()).isEqualTo("INTEGRATION_MASTER");
    assertThat(one.get("subframe").textValue()).isEqualTo("yes");
    String none = "{\"subtype\":null,\"subframe\":null}";
    assertThat(server.json(server.send(server.as("PUT", path, none)), 200).get("version"))
        .isEqualTo(before.get("version"));
  }

  @Test
  void regenerateIsQueued() throws Exception {
    String path = server.thumbnail("light.fits") + "/regenerate";
    JsonNode queued = server.json(server.post(path, "{}"), 202);

    assertThat(queued.get("status").textValue()).isEqualTo("queued");
    assertThat(queued.get("message").textValue()).isEqualTo("Thumbnail regeneration task queued");
    String key = "/api/indexer/bulk/" + queued.get("key").textValue();
    assertThat(server.json(server.get(key), 200).get("total").isNumber()).isTrue();
  }

  @Test
  void bulkByMountCountsUpToItsEnd() throws Exception {
    JsonNode started =
        server.json(server.post("/api/indexer/batch/thumbnails", "{\"path\":\"sky/m31\"}"), 202);
    assertThat(started.get("message").textValue()).isEqualTo("Bulk thumbnail generation started");
    String key = "/api/indexer/bulk/" + started.get("key").textValue();
    JsonNode run = server.json(server.get(key), 200);
    while (!run.get("status").textValue().startsWith("completed")) {
      Thread.sleep(100);
      run = server.json(server.get(key), 200);
      long sum = 0;
      for (String part : List.of("queued", "running", "done", "failed", "skipped")) {
        sum += run.get(part).longValue();
      }
      assertThat(sum).isEqualTo(run.get("total").longValue());
    }
    assertThat(run.get("done").intValue()).isEqualTo(2);
    assertThat(run.get("label").textValue()).isEqualTo("sky/m31");
    JsonNode all = server.json(server.get("/api/indexer/bulk"), 200);
    assertThat(all.get("runs").toString()).contains(started.get("key").textValue());
  }

  @Test
  void stateOfTheServerIsTold() throws Exception {
    JsonNode health = server.json(server.get("/health"), 200);
    assertThat(health.get("status").textValue()).isEqualTo("ok");
    assertThat(health.get("decoders").toString()).contains("fits", "jpeg", "png");
    JsonNode status = server.json(server.get("/api/indexer/status"), 200);
    assertThat(status.get("mount_points").get(0).get("path").textValue()).isEqualTo("sky");
    assertThat(status.get("is_running").booleanValue()).isFalse();
    JsonNode library = server.json(server.get("/api/library"), 200);
    assertThat(library.get("sizes").get("page").intValue()).isEqualTo(800);
    assertThat(library.get("decoders").get("fits").get("ready").booleanValue()).isTrue();
    assertThat(library.get("settings")).isEmpty();
    JsonNode machines = server.json(server.send(server.as("GET", "/api/admin/machines", "")), 200);
    assertThat(machines.get("workers").get(0).get("role").textValue()).isEqualTo("serve");
    server.json(server.get("/api/images/" + server.id("light.fits")), 200);
    HttpResponse<String> metrics = server.get("/metrics");
    assertThat(metrics.body())
        .contains("astrocat_http_requests_total{", "route=\"/api/images/{id}\"", "jvm_threads");
  }

  @Test
  void documentOfTheInterfaceNamesEveryRoute() throws Exception {
    JsonNode paths = server.json(server.get("/api/openapi.json"), 200).get("paths");

    assertThat(server.server.table().routes())
        .hasSizeGreaterThan(35)
        .allSatisfy(
            route ->
                assertThat(paths.path(route.path()).has(route.method().name().toLowerCase()))
                    .isTrue());
  }

  @Test
  void eventsBeginWithHowThingsStand() throws Exception {
    try (var events =
        server.request("/api/events").build().uri().toURL().openConnection().getInputStream()) {
      StringBuilder text = new StringBuilder();
      while (!text.toString().contains("event: stats")) {
        text.append((char) events.read());
      }
      assertThat(text).startsWith("event: hello\ndata: {").contains("event: mounts", "event: scan");
      server.get(server.thumbnail("light.fits") + "?stretch=minmax");
      while (!text.toString().contains("event: thumbnail")) {
        text.append((char) events.read());
      }
      assertThat(text).contains("\"version\":\"");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/admin", "/images/1"})
  void pageIsServed(String path) throws Exception {
    HttpResponse<String> answer = server.get(path);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
    assertThat(answer.body()).doesNotContain("http://localhost", "https://");
  }

  static List<String> names(JsonNode page) {
    List<String> names = new ArrayList<>();
    page.get("items").forEach(image -> names.add(image.get("file_name").textValue()));
    return names;
  }
}
