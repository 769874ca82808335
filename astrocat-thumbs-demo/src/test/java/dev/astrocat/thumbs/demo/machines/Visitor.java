package dev.astrocat.thumbs.demo.machines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks one server, as a browser would. Thread-safe. */
final class Visitor {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ObjectMapper mapper = new ObjectMapper();
  private final URI server;

  Visitor(URI server) {
    this.server = server;
  }

  URI server() {
    return server;
  }

  /** What a server said, and how long that took. */
  record Answer(int status, String etag, String retryAfter, byte[] body, Duration time) {

    boolean isOk() {
      return status == 200;
    }
  }

  Answer get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE).build());
  }

  Answer post(String path, String json) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(server.resolve(path))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build());
  }

  private Answer send(HttpRequest request) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
    return new Answer(
        answer.statusCode(),
        answer.headers().firstValue("ETag").orElse(""),
        answer.headers().firstValue("Retry-After").orElse(""),
        answer.body(),
        Duration.ofNanos(System.nanoTime() - begin));
  }

  JsonNode json(Answer answer) throws IOException {
    return mapper.readTree(answer.body());
  }

  /** The JSON at that path; fails unless the status is 2xx. */
  JsonNode json(String path) throws IOException, InterruptedException {
    return checked(get(path));
  }

  JsonNode checked(Answer answer) throws IOException {
    if (answer.status() / 100 != 2) {
      throw new IOException(
          answer.status() + " " + new String(answer.body(), StandardCharsets.UTF_8));
    }
    return json(answer);
  }
}
