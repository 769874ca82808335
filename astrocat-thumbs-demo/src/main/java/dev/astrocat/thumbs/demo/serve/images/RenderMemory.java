package dev.astrocat.thumbs.demo.serve.images;

import dev.astrocat.thumbs.demo.serve.http.RequestProblem;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Room in memory for the pictures that are made for persons, of all mounts together; what workers
 * of this process take is limited elsewhere, to half of the heap. Thread-safe.
 */
final class RenderMemory {

  private static final long BASE = 8L << 20;

  /** Photographs grow so much when they are decoded; plain FITS is never held whole. */
  private static final long GROWTH = 6;

  /** A mount that hangs would otherwise keep its room for ever. */
  private static final long LONGEST_STAY = Duration.ofMinutes(1).toNanos();

  private static final int RETRY_SECONDS = 5;

  private final long room;
  private final Duration patience;
  private final Set<Stay> stays = new HashSet<>();

  /** So many bytes, for which one waits so long. */
  RenderMemory(long room, Duration patience) {
    this.room = room;
    this.patience = patience;
  }

  /** A quarter of the heap. */
  static RenderMemory ofHeap() {
    return new RenderMemory(Runtime.getRuntime().maxMemory() / 4, Duration.ofSeconds(20));
  }

  /**
   * Does the work once there is room to decode a file. Any file has room where it is alone.
   *
   * @throws RequestProblem 503 if there is none for long
   */
  <T> T decode(long fileBytes, Supplier<T> work) {
    Stay stay = enter(fileBytes);
    try {
      return work.get();
    } finally {
      leave(stay);
    }
  }

  private synchronized Stay enter(long fileBytes) {
    long weight = fileBytes > room / GROWTH ? room : Math.min(room, BASE + GROWTH * fileBytes);
    long start = System.nanoTime();
    long now = start;
    try {
      while (used(now) + weight > room) {
        long leftMillis = patience.minusNanos(now - start).toMillis();
        if (leftMillis <= 0) {
          throw RequestProblem.busy(RETRY_SECONDS);
        }
        wait(Math.min(leftMillis, 1_000)); // nobody tells when a stay becomes too long
        now = System.nanoTime();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw RequestProblem.busy(RETRY_SECONDS);
    }
    Stay stay = new Stay(weight, now);
    stays.add(stay);
    return stay;
  }

  /** Somebody who has room; no two are equal. */
  private static final class Stay {

    private final long weight;
    private final long since;

    Stay(long weight, long since) {
      this.weight = weight;
      this.since = since;
    }
  }

  private long used(long now) {
    return stays.stream()
        .filter(stay -> now - stay.since < LONGEST_STAY)
        .mapToLong(stay -> stay.weight)
        .sum();
  }

  private synchronized void leave(Stay stay) {
    stays.remove(stay);
    notifyAll();
  }
}
