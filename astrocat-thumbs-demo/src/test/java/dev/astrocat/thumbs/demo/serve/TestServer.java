package dev.astrocat.thumbs.demo.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.astrocat.thumbs.demo.TestFits;
import dev.astrocat.thumbs.demo.catalog.NewFile;
import dev.astrocat.thumbs.demo.config.DatabaseUrl;
import dev.astrocat.thumbs.demo.config.Listening;
import dev.astrocat.thumbs.demo.config.Settings;
import dev.astrocat.thumbs.demo.database.Leases;
import dev.astrocat.thumbs.demo.index.Indexer;
import dev.astrocat.thumbs.demo.index.IndexerParts;
import dev.astrocat.thumbs.demo.node.Node;
import dev.astrocat.thumbs.demo.node.Role;
import dev.astrocat.thumbs.demo.serve.admin.Meters;
import dev.astrocat.thumbs.demo.serve.http.AdminKey;
import dev.astrocat.thumbs.demo.testing.TestSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A server over a small library, and a client that keeps all answers. One thread at a time. */
final class TestServer implements AutoCloseable {

  static final String TOKEN = "correct horse battery staple";

  final Path folder;
  final Node node;
  private final Indexer indexer;
  final DemoServer server;
  final List<String> traffic = new ArrayList<>();
  final List<Exchange> exchanges = new ArrayList<>();
  private final Map<String, Long> ids = new HashMap<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private final ObjectMapper mapper = new ObjectMapper();

  private TestServer(Path folder, Node node, Indexer indexer, DemoServer server) {
    this.folder = folder;
    this.node = node;
    this.indexer = indexer;
    this.server = server;
  }

  static TestServer start(
      Path folder, DatabaseUrl database, Optional<URI> redis, Optional<String> token, String host)
      throws IOException {
    return start(folder, database, redis, token, new Listening(host, 0, List.of()));
  }

  static TestServer start(
      Path folder, DatabaseUrl database, Optional<URI> redis, Optional<String> token, Listening at)
      throws IOException {
    Path real = folder.toRealPath();
    Settings settings = usual(TestSettings.in(real, database, redis));
    Meters meters = new Meters();
    Node node = Node.open(settings, Role.SERVE, meters);
    node.catalog().register(List.of(real.resolve("sky")));
    AdminKey key = new AdminKey(token, InstantSource.system());
    Indexer idle =
        new Indexer(
            settings,
            new IndexerParts(
                node.catalog(),
                new Leases(node.database()),
                node.progress(),
                node.bulk(),
                node.generator()));
    DemoServer server = DemoServer.start(node, idle, key, meters, at);
    return new TestServer(real, node, idle, server);
  }

  private static Settings usual(Settings small) {
    return new Settings(
        small.imagePaths(),
        small.data(),
        small.thumbnails(),
        800,
        small.database(),
        small.redis(),
        small.adminToken(),
        small.look(),
        small.onMiss(),
        small.workers(),
        small.readersPerMount(),
        small.scanEvery(),
        small.cacheLimits(),
        small.publicHosts(),
        small.shown());
  }

  /** Three frames, a broken file, and one that was moved away and linked to. */
  TestServer withImages() throws IOException {
    Path sky = folder.resolve("sky");
    TestFits.write(sky.resolve("m31/light.fits"), 900, 600);
    TestFits.write(sky.resolve("m31/other.fits"), 40, 30);
    Files.writeString(Files.createDirectories(sky).resolve("broken.fits"), "SIMPLE  =  T");
    Path moved = TestFits.write(sky.resolve("moved.fits"), 20, 10);
    for (String name : List.of("broken.fits", "m31/light.fits", "m31/other.fits", "moved.fits")) {
      add(sky.resolve(name));
    }
    Files.move(moved, folder.resolve("outside.fits"));
    Files.createSymbolicLink(moved, folder.resolve("outside.fits"));
    return this;
  }

  long add(Path file) throws IOException {
    long size = Files.size(file);
    long modified = Files.getLastModifiedTime(file).toMillis() * 1_000_000;
    NewFile found =
        new NewFile(file, folder.resolve("sky"), "FITS", size, modified, Optional.empty());
    long id = node.catalog().add(found);
    ids.put(file.getFileName().toString(), id);
    return id;
  }

  long id(String name) {
    return ids.getOrDefault(name, 0L);
  }

  String thumbnail(String name) {
    return "/api/images/" + id(name) + "/thumbnail";
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server.address().replaceFirst("/$", "") + path));
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path));
  }

  HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
    return send(as("POST", path, json));
  }

  /** What an administrator sends. */
  HttpRequest.Builder as(String method, String path, String json) {
    return request(path)
        .header("Content-Type", "application/json")
        .header("Authorization", "Bearer " + TOKEN)
        .method(method, BodyPublishers.ofString(json));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(request.build(), BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
    traffic.add(answer.headers().map() + "\n" + answer.body());
    exchanges.add(Exchange.of(answer));
    return answer;
  }

  byte[] bytes(String path) throws IOException, InterruptedException {
    return client.send(request(path).build(), BodyHandlers.ofByteArray()).body();
  }

  JsonNode json(HttpResponse<String> answer, int status) throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/json");
    return mapper.readTree(answer.body());
  }

  /** Sends bytes as they are; the JDK's client would put paths and headers in order. */
  String raw(String text) throws IOException {
    int port = URI.create(server.address()).getPort();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(200_000);
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      traffic.add(answer);
      return answer;
    }
  }

  /** Sends bytes as they are, and nothing more ever. */
  String rawHalf(String text) throws IOException {
    int port = URI.create(server.address()).getPort();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(200_000);
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      socket.shutdownOutput();
      String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      traffic.add(answer);
      return answer;
    }
  }

  /** What was answered otherwise than the document of the interface says. */
  List<String> untrue() throws IOException, InterruptedException {
    return new ApiDocument(get("/api/openapi.json").body()).untrue(exchanges);
  }

  /** What answers told that they should not have, and headers that they lack. */
  List<String> leaks() {
    Pattern leak =
        Pattern.compile(
            Pattern.quote(folder.toString())
                + "|\\bjavax?\\.|dev\\.astrocat|Exception|\\bat [a-z.]+\\(|(?i:select .* from )");
    List<String> leaks = new ArrayList<>();
    for (String answer : traffic) {
      leak.matcher(answer).results().forEach(found -> leaks.add(around(answer, found)));
      String lower = answer.toLowerCase(Locale.ROOT);
      for (String header : List.of("default-src 'none'", "nosniff", "no-referrer", "same-origin")) {
        if (!lower.contains(header)) {
          leaks.add("no " + header + ": " + answer.substring(0, Math.min(200, answer.length())));
        }
      }
    }
    return leaks;
  }

  private static String around(String answer, MatchResult found) {
    int start = Math.max(0, found.start() - 60);
    return answer.substring(start, Math.min(answer.length(), found.end() + 60));
  }

  @Override
  public void close() {
    server.close();
    indexer.close();
    node.close();
  }
}
