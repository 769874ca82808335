package dev.astrocat.thumbs.host;

import dev.astrocat.thumbs.Priority;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * Lets in as much as there is room for; whoever has a higher priority goes first, even if it had to
 * go away in between. Thread-safe.
 */
final class Gate {

  /** A gate that was full for so long without anybody leaving may be so for ever. */
  private static final long STUCK_NANOS = Duration.ofSeconds(5).toNanos();

  /** Longest time for which room is kept for one who was sent away. */
  private static final long KEPT_NANOS = Duration.ofSeconds(2).toNanos();

  private final int most;
  private final Map<Priority, Integer> waiting = new EnumMap<>(Priority.class);
  private final Map<Priority, Long> sentAway = new EnumMap<>(Priority.class);
  private int inside;
  private long movedAt = System.nanoTime();

  /** A gate that lets in {@code most} at a time. */
  Gate(int most) {
    this.most = most;
  }

  /**
   * Waits for room, but not where nobody has left for long: whoever waits there has a thread that
   * others need.
   *
   * @return false if it took too long or the thread was interrupted; who is let in leaves later
   */
  synchronized boolean enter(Priority priority, Duration patience) {
    long start = System.nanoTime();
    expect(priority);
    try {
      long now = start;
      while (inside >= most || isExpectedBefore(priority, now)) {
        long left = patience.toNanos() - (now - start);
        if (left <= 0 || now - movedAt > STUCK_NANOS) {
          sentAway.put(priority, now);
          return false;
        }
        wait(left / 1_000_000, (int) (left % 1_000_000));
        now = System.nanoTime();
      }
      inside++;
      sentAway.remove(priority);
      movedAt = now;
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      noLongerExpect(priority);
    }
  }

  /** Somebody inside leaves. */
  synchronized void leave() {
    inside--;
    movedAt = System.nanoTime();
    notifyAll();
  }

  private void expect(Priority priority) {
    waiting.merge(priority, 1, Integer::sum);
  }

  private void noLongerExpect(Priority priority) {
    waiting.merge(priority, -1, Integer::sum);
    notifyAll();
  }

  private boolean isExpectedBefore(Priority priority, long now) {
    return Arrays.stream(Priority.values())
        .filter(higher -> higher.compareTo(priority) < 0)
        .anyMatch(higher -> waiting.getOrDefault(higher, 0) > 0 || isKeptFor(higher, now));
  }

  private boolean isKeptFor(Priority priority, long now) {
    return sentAway.containsKey(priority)
        && now - sentAway.getOrDefault(priority, now) < KEPT_NANOS;
  }
}
