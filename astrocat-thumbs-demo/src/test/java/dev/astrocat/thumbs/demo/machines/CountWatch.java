package dev.astrocat.thumbs.demo.machines;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Polls a run at all servers in turn, and notes each count that cannot be. Thread-safe. */
final class CountWatch implements AutoCloseable {

  private static final List<String> PARTS =
      List.of("queued", "running", "done", "failed", "skipped");

  private final List<Visitor> visitors;
  private final String key;
  private final long images;
  private final List<String> faults = new CopyOnWriteArrayList<>();
  private final AtomicInteger polls = new AtomicInteger();
  private final AtomicInteger refusals = new AtomicInteger();
  private final Map<String, Long> processed = new HashMap<>();
  private final Thread thread = new Thread(this::watch, "count watch");

  /** Begins at once. */
  CountWatch(List<Visitor> visitors, String key, long images) {
    this.visitors = visitors;
    this.key = key;
    this.images = images;
    thread.setDaemon(true);
    thread.start();
  }

  private void watch() {
    try {
      for (int i = 0; !Thread.currentThread().isInterrupted(); i++) {
        look(visitors.get(i % visitors.size()));
        TimeUnit.MILLISECONDS.sleep(50);
      }
    } catch (IOException e) {
      faults.add("a server does not answer: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look(Visitor visitor) throws IOException, InterruptedException {
    Visitor.Answer answer = visitor.get("/api/indexer/bulk/" + key);
    if (!answer.isOk()) {
      refusals.incrementAndGet();
      return;
    }
    polls.incrementAndGet();
    JsonNode run = visitor.json(answer);
    long sum = PARTS.stream().mapToLong(part -> run.get(part).asLong()).sum();
    boolean isEarly = run.get("total").asLong() == 0;
    long now = run.get("processed").asLong();
    long before = processed.getOrDefault(run.get("run").asText(), 0L);
    if (sum != run.get("total").asLong() || !isEarly && sum != images || now < before) {
      faults.add("processed " + before + ", then " + run);
    }
    processed.put(run.get("run").asText(), now);
  }

  /** Counts that do not add up, or went back. */
  List<String> faults() {
    return faults;
  }

  int polls() {
    return polls.get();
  }

  /** How often the servers did not know. */
  int refusals() {
    return refusals.get();
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
