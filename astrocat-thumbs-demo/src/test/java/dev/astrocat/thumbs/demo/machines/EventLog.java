package dev.astrocat.thumbs.demo.machines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Listens to a server's events, and connects again as a browser does. Thread-safe. */
final class EventLog implements AutoCloseable {

  private final HttpClient client = HttpClient.newHttpClient();
  private final ObjectMapper mapper = new ObjectMapper();
  private final URI events;
  private final List<JsonNode> runs = new CopyOnWriteArrayList<>();
  private final AtomicInteger hellos = new AtomicInteger();
  private final Thread thread = new Thread(this::listen, "event log");
  private String event = "";

  EventLog(URI server) {
    events = server.resolve("/api/events");
    thread.setDaemon(true);
    thread.start();
  }

  private void listen() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        try (Stream<String> lines =
            client.send(HttpRequest.newBuilder(events).build(), BodyHandlers.ofLines()).body()) {
          lines.forEach(this::hear);
        } catch (IOException | UncheckedIOException e) {
          TimeUnit.MILLISECONDS.sleep(200); // the server is away
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void hear(String line) {
    if (line.startsWith("event: ")) {
      event = line.substring("event: ".length());
      if (event.equals("hello")) {
        hellos.incrementAndGet();
      }
    } else if (line.startsWith("data: ") && event.equals("run")) {
      try {
        runs.add(mapper.readTree(line.substring("data: ".length())));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** How often it was greeted: once for each connection. */
  int hellos() {
    return hellos.get();
  }

  /** What was told of a run, in that order. */
  List<JsonNode> of(String run) {
    return runs.stream().filter(state -> state.path("run").asText().equals(run)).toList();
  }

  /** How many events of runs were heard. */
  int size() {
    return runs.size();
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
