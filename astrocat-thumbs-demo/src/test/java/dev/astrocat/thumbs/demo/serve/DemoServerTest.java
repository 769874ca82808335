package dev.astrocat.thumbs.demo.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.astrocat.thumbs.Thumbnail;
import dev.astrocat.thumbs.ThumbnailGenerator;
import dev.astrocat.thumbs.ThumbnailRequest;
import dev.astrocat.thumbs.cache.disk.DiskThumbnailCache;
import dev.astrocat.thumbs.demo.TestFits;
import dev.astrocat.thumbs.demo.library.FolderScan;
import dev.astrocat.thumbs.demo.library.Library;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoServerTest {

  private final HttpClient client = HttpClient.newHttpClient();
  private final ObjectMapper mapper = new ObjectMapper();
  private final List<HttpResponse<String>> traffic = new ArrayList<>();

  private Path folder;
  private ThumbnailGenerator generator;
  private DemoServer server;

  @BeforeAll
  void start(@TempDir Path temporary) throws IOException {
    folder = temporary;
    Path images = folder.resolve("images");
    TestFits.write(images.resolve("m31/light.fits"), 900, 600);
    TestFits.write(images.resolve("m31/other.fits"), 40, 30);
    Path moved = TestFits.write(images.resolve("moved.fits"), 20, 10);
    Files.writeString(images.resolve("broken.fits"), "SIMPLE  =  T");
    Files.writeString(images.resolve("notes.txt"), "not shown");
    Path cache = folder.resolve("thumbnails");
    Library library = FolderScan.of(List.of(images), cache);
    Files.move(moved, folder.resolve("outside.fits"));
    Files.createSymbolicLink(moved, folder.resolve("outside.fits"));
    generator = ThumbnailGenerator.builder().cache(DiskThumbnailCache.at(cache)).build();
    server = DemoServer.start(library, generator, "127.0.0.1", 0);
  }

  @AfterAll
  void stop() {
    server.close();
    generator.close();
    assertThat(traffic)
        .isNotEmpty()
        .allSatisfy(
            answer -> {
              assertThat(answer.body()).doesNotContain(folder.toString(), "java.", "Exception");
              assertThat(answer.headers().firstValue("Content-Security-Policy"))
                  .hasValueSatisfying(
                      policy -> assertThat(policy).startsWith("default-src 'none'"));
              assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
              assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
              assertThat(answer.headers().firstValue("Server")).isEmpty();
            });
  }

  @Test
  void imagesComeInPages() throws Exception {
    JsonNode first = json(get("/api/images?page=1&page_size=2"), 200);
    JsonNode second = json(get("/api/images?page=2&page_size=2"), 200);

    assertThat(first.get("total").intValue()).isEqualTo(4);
    assertThat(first.get("total_pages").intValue()).isEqualTo(2);
    assertThat(names(first)).containsExactly("broken.fits", "light.fits");
    assertThat(names(second)).containsExactly("other.fits", "moved.fits");
    assertThat(names(json(get("/api/images?page=100000000"), 200))).isEmpty();
    JsonNode image = second.get("items").get(0);
    assertThat(image.get("folder").textValue()).isEqualTo("m31");
    assertThat(image.get("file_format").textValue()).isEqualTo("fits");
    assertThat(image.get("file_size_bytes").longValue()).isEqualTo(5760);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/images?page=0",
        "/api/images?page=x",
        "/api/images?page=99999999999999999999",
        "/api/images?page_size=101",
        "/api/images/ID/thumbnail?size=0",
        "/api/images/ID/thumbnail?size=huge",
        "/api/images/ID/thumbnail?look=loud",
        "/api/images/ID/thumbnail?stretch=odd",
        "/api/images/ID/thumbnail?format=avif",
        "/api/images/ID/thumbnail?placeholder=gif"
      })
  void wrongParametersAreNamed(String path) throws Exception {
    JsonNode body = json(get(path.replace("ID", id("other.fits"))), 422);

    assertThat(body.get("code").textValue()).isEqualTo("INVALID_PARAMETER");
    assertThat(body.get("detail").textValue()).contains("must be");
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
    "999999,900",
    "detail,900"
  })
  void sizesSnapUpToNamedOnes(String size, int width) throws Exception {
    String query = size.isEmpty() ? "?format=png" : "?format=png&size=" + size;
    HttpResponse<byte[]> answer =
        client.send(
            request("/api/images/" + id("light.fits") + "/thumbnail" + query).build(),
            BodyHandlers.ofByteArray());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("image/png");
    // PNG section 11.2.1: the width is the big-endian number at byte 16
    assertThat(ByteBuffer.wrap(answer.body()).getInt(16)).isEqualTo(width);
  }

  @ParameterizedTest
  @CsvSource({"jpeg,image/jpeg", "png,image/png", "webp,image/webp"})
  void formatIsWhatTheRequestSays(String format, String type) throws Exception {
    String path = "/api/images/" + id("other.fits") + "/thumbnail?format=" + format;
    HttpResponse<String> answer = send(request(path).header("Accept", "image/avif"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue(type);
    assertThat(answer.headers().firstValue("Vary")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "image/avif,image/webp,image/*,*/*;q=0.8 | image/webp",
        "image/png,image/jpeg;q=0.5              | image/png",
        "*/*                                     | image/jpeg"
      })
  void formatIsElseWhatTheClientLikes(String accept, String type) throws Exception {
    String path = "/api/images/" + id("other.fits") + "/thumbnail";
    HttpResponse<String> answer = send(request(path).header("Accept", accept));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue(type);
    assertThat(answer.headers().firstValue("Vary")).hasValue("Accept");
    String etag = answer.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> known =
        send(request(path).header("Accept", accept).header("If-None-Match", etag));
    assertThat(known.statusCode()).isEqualTo(304);
    assertThat(known.headers().firstValue("Vary")).hasValue("Accept");
  }

  @Test
  void failureIsAPictureWhereThePageAsksForOne() throws Exception {
    String path = "/api/images/" + id("broken.fits") + "/thumbnail?placeholder=svg&size=grid";
    HttpResponse<String> answer = get(path);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("image/svg+xml");
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(answer.body()).contains("width=\"320\"", "File is incomplete", "</svg>");
  }

  @Test
  void knownThumbnailIsNotSentAgain() throws Exception {
    String path = "/api/images/" + id("other.fits") + "/thumbnail?size=grid";
    String etag = get(path).headers().firstValue("ETag").orElseThrow();

    assertThat(etag).matches("\"[0-9a-f]{32}\"");
    for (String known : List.of(etag, "W/" + etag, "\"x\", " + etag, "*")) {
      HttpResponse<String> answer = send(request(path).header("If-None-Match", known));
      assertThat(answer.statusCode()).isEqualTo(304);
      assertThat(answer.body()).isEmpty();
      assertThat(answer.headers().firstValue("ETag")).hasValue(etag);
    }
    assertThat(send(request(path).header("If-None-Match", "\"x\"")).statusCode()).isEqualTo(200);
    assertThat(get(path).headers().firstValue("Cache-Control")).hasValue("private, no-cache");
  }

  @Test
  void cachedThumbnailIsFoundWithoutADecoder() throws Exception {
    Path file = TestFits.write(folder.resolve("asked.fits"), 30, 20);
    ThumbnailRequest request = ThumbnailRequest.of(file);

    assertThat(generator.cached(request)).isEmpty();
    Thumbnail made = generator.generate(request);

    assertThat(generator.cached(request))
        .hasValueSatisfying(
            found -> {
              assertThat(found.origin()).isEqualTo(Thumbnail.Origin.CACHED);
              assertThat(found.bytes()).isEqualTo(made.bytes());
            });
    assertThat(generator.cached(request.size(10))).isEmpty();
  }

  @Test
  void recordTellsOfTheThumbnailWithoutItsFolder() throws Exception {
    String id = id("light.fits");
    get("/api/images/" + id + "/thumbnail");

    JsonNode image = json(get("/api/images/" + id), 200);

    assertThat(image.get("thumbnail_path").textValue()).startsWith("light_").doesNotContain("/");
    assertThat(image.get("thumbnail_generated_at").textValue()).endsWith("Z");
  }

  @Test
  void failureTellsWhy() throws Exception {
    JsonNode body = json(get("/api/images/" + id("broken.fits") + "/thumbnail"), 422);

    assertThat(body.get("code").textValue()).isEqualTo("DATA_TRUNCATED");
    assertThat(body.get("detail").textValue()).isNotBlank();
  }

  @Test
  void fileThatBecameALinkIsNotFollowed() throws Exception {
    JsonNode body = json(get("/api/images/" + id("moved.fits") + "/thumbnail"), 404);

    assertThat(body.get("code").textValue()).isEqualTo("NOT_FOUND");
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/api/images/unknown,404",
    "GET,/api/images/unknown/thumbnail,404",
    "GET,/nothing,404",
    "GET,/../../etc/passwd,400",
    "GET,/js/..%2f..%2fdev,404",
    "POST,/api/images,405",
    "DELETE,/api/images/x/thumbnail,405"
  })
  void whatIsNotThereHasACode(String method, String path, int status) throws Exception {
    HttpRequest.Builder request = request(path).method(method, HttpRequest.BodyPublishers.noBody());

    JsonNode body = json(send(request), status);

    assertThat(body.get("code").textValue()).isNotBlank();
    assertThat(body.get("detail").textValue()).isNotBlank();
  }

  @Test
  void healthNamesWhatTheServerCanDo() throws Exception {
    JsonNode health = json(get("/health"), 200);

    assertThat(health.get("status").textValue()).isEqualTo("ok");
    assertThat(health.get("decoders").toString()).contains("fits", "jpeg", "png");
    assertThat(health.get("stretches").toString()).contains("astrocat");
    assertThat(health.get("formats").toString()).isEqualTo("[\"jpeg\",\"png\",\"webp\"]");
    String details = health.get("details").toString() + health.get("unavailable").toString();
    assertThat(details).contains("libraw"); // ready or not, it has something to tell
  }

  @ParameterizedTest
  @CsvSource({
    "/,text/html",
    "/style.css,text/css",
    "/js/main.js,text/javascript",
    "/icon.svg,image/svg+xml"
  })
  void pageIsServed(String path, String type) throws Exception {
    HttpResponse<String> answer = get(path);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
    assertThat(answer.body()).doesNotContain("http://localhost", "https://");
  }

  private String id(String name) throws Exception {
    for (JsonNode image : json(get("/api/images"), 200).get("items")) {
      if (image.get("file_name").textValue().equals(name)) {
        return image.get("id").textValue();
      }
    }
    throw new AssertionError("no image " + name);
  }

  private static List<String> names(JsonNode page) {
    List<String> names = new ArrayList<>();
    page.get("items").forEach(image -> names.add(image.get("file_name").textValue()));
    return names;
  }

  private JsonNode json(HttpResponse<String> answer, int status) throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/json");
    return mapper.readTree(answer.body());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(request(path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    HttpResponse<String> answer =
        client.send(request.build(), BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
    traffic.add(answer);
    return answer;
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server.address().replaceFirst("/$", "") + path));
  }
}
