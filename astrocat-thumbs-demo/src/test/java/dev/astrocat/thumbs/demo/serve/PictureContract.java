package dev.astrocat.thumbs.demo.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrocat.thumbs.demo.TestFits;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the server answers to who wants pictures, whatever database is behind it. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PictureContract {

  TestServer server;

  abstract TestServer start(Path folder) throws IOException;

  @BeforeAll
  void open(@TempDir Path folder) throws IOException {
    server = start(folder).withImages();
  }

  @AfterAll
  void close() throws Exception {
    if (server != null) {
      List<String> untrue = server.untrue();
      server.close();
      assertThat(untrue).isEmpty();
      assertThat(server.leaks()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1,320",
    "320,320",
    "321,500",
    "card,500",
    "page,800",
    "'',800",
    "801,900",
    "999999999999,900",
    "detail,900"
  })
  void sizesSnapUpToNamedOnes(String size, int width) throws Exception {
    String query = size.isEmpty() ? "?format=png" : "?format=png&size=" + size;

    // PNG section 11.2.1: the width is the big-endian number at byte 16
    byte[] png = server.bytes(server.thumbnail("light.fits") + query);
    assertThat(ByteBuffer.wrap(png).getInt(16)).isEqualTo(width);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "image/avif,image/webp,image/*,*/*;q=0.8 | image/webp",
        "image/png,image/jpeg;q=0.5              | image/png",
        "*/*                                     | image/jpeg"
      })
  void formatIsWhatTheClientLikes(String accept, String type) throws Exception {
    String path = server.thumbnail("other.fits");
    HttpResponse<String> answer = server.send(server.request(path).header("Accept", accept));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue(type);
    assertThat(answer.headers().firstValue("Vary")).hasValue("Accept");
    String etag = answer.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> known =
        server.send(server.request(path).header("Accept", accept).header("If-None-Match", etag));
    assertThat(known.statusCode()).isEqualTo(304);
    assertThat(known.headers().firstValue("Vary")).hasValue("Accept");
  }

  @Test
  void knownThumbnailIsNotSentAgain() throws Exception {
    String path = server.thumbnail("other.fits") + "?size=grid&format=jpeg";
    String etag = server.get(path).headers().firstValue("ETag").orElseThrow();

    assertThat(etag).matches("\"[0-9a-f]{32}\"");
    for (String known : List.of(etag, "W/" + etag, "\"x\", " + etag, "*")) {
      HttpResponse<String> answer =
          server.send(server.request(path).header("If-None-Match", known));
      assertThat(answer.statusCode()).isEqualTo(304);
      assertThat(answer.body()).isEmpty();
      assertThat(answer.headers().firstValue("ETag")).hasValue(etag);
      assertThat(answer.headers().firstValue("Content-Length")).isEmpty();
    }
    HttpResponse<String> other = server.send(server.request(path).header("If-None-Match", "\"x\""));
    assertThat(other.statusCode()).isEqualTo(200);
    assertThat(other.headers().firstValue("Cache-Control")).hasValue("private, no-cache");
  }

  /** Lists may come in several lines (RFC 9110 section 5.3). */
  @Test
  void headersInSeveralLinesAreOneList() throws Exception {
    String path = server.thumbnail("other.fits");
    String etag = server.get(path).headers().firstValue("ETag").orElseThrow();
    HttpRequest.Builder known =
        server.request(path).header("If-None-Match", "\"x\"").header("If-None-Match", etag);
    HttpRequest.Builder png =
        server.request(path).header("Accept", "text/html").header("Accept", "image/png");

    assertThat(server.send(known).statusCode()).isEqualTo(304);
    assertThat(server.send(png).headers().firstValue("Content-Type")).hasValue("image/png");
  }

  @Test
  void pictureOfAVersionMayBeKept() throws Exception {
    String image = "/api/images/" + server.id("other.fits");
    String version = server.json(server.get(image), 200).get("version").textValue();
    String path = server.thumbnail("other.fits") + "?size=grid&v=";
    server.get(path + version);

    assertThat(server.get(path + version).headers().firstValue("Cache-Control").orElseThrow())
        .contains("immutable");
    assertThat(server.get(path + "old").headers().firstValue("Cache-Control"))
        .hasValue("private, no-cache");
  }

  @Test
  void headTellsWhatGetWouldSay() throws Exception {
    String path = server.thumbnail("other.fits") + "?size=card&format=png";
    HttpResponse<String> get = server.get(path);
    HttpResponse<String> head =
        server.send(server.request(path).method("HEAD", BodyPublishers.noBody()));

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    for (String name : List.of("ETag", "Content-Type", "Content-Length", "Cache-Control")) {
      assertThat(head.headers().firstValue(name)).isEqualTo(get.headers().firstValue(name));
    }
  }

  @Test
  void stretchedPictureHasAtMost1024Pixels() throws Exception {
    server.add(TestFits.write(server.folder.resolve("sky/wide.fits"), 1500, 20));
    String path = server.thumbnail("wide.fits") + "?stretched=true&format=png";

    assertThat(ByteBuffer.wrap(server.bytes(path)).getInt(16)).isEqualTo(1024);
    server.node.catalog().remove(List.of(server.id("wide.fits")));
  }

  @Test
  void manyWhoWantOneNewPictureGetTheSame() throws Exception {
    String path = server.thumbnail("light.fits") + "?size=detail&stretch=asinh&format=png";
    List<CompletableFuture<Integer>> answers = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      answers.add(
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return Arrays.hashCode(server.bytes(path));
                } catch (IOException | InterruptedException e) {
                  throw new IllegalStateException(e);
                }
              }));
    }
    assertThat(answers.stream().map(CompletableFuture::join).distinct()).hasSize(1);
  }

  @Test
  void failureIsAPictureWhereThePageAsksForOne() throws Exception {
    HttpResponse<String> answer =
        server.get(server.thumbnail("broken.fits") + "?placeholder=svg&size=grid");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("image/svg+xml");
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(answer.body()).contains("width=\"320\"", "File is incomplete", "</svg>");
  }

  @Test
  void fileThatBecameALinkIsNotFollowed() throws Exception {
    JsonNode body = server.json(server.get(server.thumbnail("moved.fits")), 404);

    assertThat(body.get("code").textValue()).isEqualTo("SOURCE_NOT_FOUND");
  }

  @Test
  void explanationIsInPlainEnglish() throws Exception {
    String path = "/api/images/" + server.id("light.fits") + "/explain";
    JsonNode told = server.json(server.get(path), 200);

    assertThat(told.get("sentences").toString())
        .contains("IMAGETYP = Light Frame", "Median 0.5133 was lowered to 0.25", "Rows as stored");
    assertThat(told.get("source_width").intValue()).isEqualTo(900);
    assertThat(told.get("stretch").get("name").textValue()).isEqualTo("astrocat");
    assertThat(told.get("stretch").get("median").isArray()).isTrue();
    assertThat(told.get("histogram").get("bins")).hasSize(256);
    long pixels = 0;
    for (JsonNode bin : told.get("histogram").get("bins")) {
      pixels += bin.longValue();
    }
    assertThat(pixels).isEqualTo(320 * 213);
  }

  @Test
  void annotationIsServedAndSurvivesAClear() throws Exception {
    long id = server.id("light.fits");
    Path annotated = server.node.settings().thumbnails().resolve("annotated_" + id + ".jpg");
    String path = "/api/images/" + id + "/annotated";
    assertThat(server.json(server.get(path), 404).get("detail").textValue())
        .isEqualTo("Annotated image not found");
    Files.write(annotated, new byte[] {(byte) 0xFF, (byte) 0xD8, 1, 2});
    String etag = server.get(path).headers().firstValue("ETag").orElseThrow();
    assertThat(server.send(server.request(path).header("If-None-Match", etag)).statusCode())
        .isEqualTo(304);

    server.get(server.thumbnail("light.fits"));
    JsonNode cleared = server.json(server.post("/api/indexer/thumbnails/clear", "{}"), 200);

    assertThat(cleared.get("message").textValue()).isEqualTo("Cache cleared and stats updated");
    assertThat(cleared.get("files_deleted").intValue()).isPositive();
    assertThat(server.get(path).statusCode()).isEqualTo(200);
    JsonNode stats = server.json(server.get("/api/indexer/thumbnails/stats"), 200);
    assertThat(stats.get("free_bytes").longValue()).isPositive();
    Files.delete(annotated);
  }

  @Test
  void annotationThatIsALinkIsNotFollowed() throws Exception {
    long id = server.id("other.fits");
    Path target = Files.write(server.folder.resolve("secret.jpg"), new byte[] {-1, -40, 1, 2});
    Path link = server.node.settings().thumbnails().resolve("annotated_" + id + ".jpg");
    Files.createSymbolicLink(link, target);

    assertThat(server.get("/api/images/" + id + "/annotated").statusCode()).isEqualTo(404);
    Files.delete(link);
  }

  @Test
  void downloadHasASafeName() throws Exception {
    Path ugly = server.folder.resolve("sky/a\"b\r\nX: y \u00e9.fits");
    long id = server.add(TestFits.write(ugly, 30, 20));
    HttpResponse<String> answer = server.get("/api/images/" + id + "/download?format=png");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("X")).isEmpty();
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .hasValue(
            "attachment; filename=\"a_b__X__y__.png\";"
                + " filename*=UTF-8''a%22b%0D%0AX%3A%20y%20%C3%A9.png");
    server.node.catalog().remove(List.of(id));
  }
}
