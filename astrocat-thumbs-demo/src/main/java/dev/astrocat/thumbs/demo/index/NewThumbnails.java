package dev.astrocat.thumbs.demo.index;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Collects images that need a thumbnail and queues them in chunks: the first after a second, so
 * that pictures appear while the scan runs. Thread-safe.
 */
final class NewThumbnails {

  /** Takes images whose thumbnails are to be made soon. */
  @FunctionalInterface
  interface Queue {
    void submit(List<String> ids);
  }

  private static final int CHUNK = 200;
  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Queue queue;
  private final List<String> waiting = new ArrayList<>();
  private long oldestNanos;

  NewThumbnails(Queue queue) {
    this.queue = queue;
  }

  void add(long id) {
    List<String> due;
    synchronized (waiting) {
      if (waiting.isEmpty()) {
        oldestNanos = System.nanoTime();
      }
      waiting.add(String.valueOf(id));
      boolean isDue = waiting.size() >= CHUNK || System.nanoTime() - oldestNanos > LONGEST_NANOS;
      due = isDue ? taken() : List.of();
    }
    submit(due);
  }

  /** Queues what is left. */
  void flush() {
    List<String> rest;
    synchronized (waiting) {
      rest = taken();
    }
    submit(rest);
  }

  private List<String> taken() {
    List<String> all = List.copyOf(waiting);
    waiting.clear();
    return all;
  }

  private void submit(List<String> ids) {
    if (!ids.isEmpty()) {
      queue.submit(ids);
    }
  }
}
