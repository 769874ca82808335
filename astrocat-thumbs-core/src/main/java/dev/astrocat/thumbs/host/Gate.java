package dev.astrocat.thumbs.host;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lets in as much as there is room for; whoever has a higher priority goes first, even if it had to
 * go away in between. Thread-safe.
 */
final class Gate {

  /** A gate that was full for so long without anybody leaving may be so for ever. */
  private static final long STUCK_NANOS = Duration.ofSeconds(5).toNanos();

  /** Longest time for which room is kept for one who was sent away. */
  private static final long KEPT_NANOS = Duration.ofSeconds(2).toNanos();

  private final long room;
  private final long longestStayNanos;
  private final Map<Priority, Integer> waiting = new EnumMap<>(Priority.class);
  private final Map<Priority, Long> sentAway = new EnumMap<>(Priority.class);
  private final Set<Stay> stays = new HashSet<>();
  private long movedAt = System.nanoTime();

  /**
   * A gate.
   *
   * @param longestStay after which somebody inside takes no room any more
   */
  Gate(long room, Duration longestStay) {
    this.room = room;
    longestStayNanos = longestStay.toNanos();
  }

  /** Somebody inside, until closed. */
  final class Stay implements AutoCloseable {

    private final long weight;
    private final long since;

    private Stay(long weight, long since) {
      this.weight = weight;
      this.since = since;
    }

    @Override
    public void close() {
      leave(this);
    }
  }

  /**
   * Waits for room, but not where nobody has left for long: whoever waits there has a thread that
   * others need.
   *
   * @param weight at most the room
   * @return empty if it took too long or the thread was interrupted
   */
  synchronized Optional<Stay> enter(Priority priority, long weight, Duration patience) {
    long start = System.nanoTime();
    expect(priority);
    try {
      long now = start;
      while (used(now) + weight > room || isExpectedBefore(priority, now)) {
        long left = patience.toNanos() - (now - start);
        if (left <= 0 || now - movedAt > STUCK_NANOS) {
          sentAway.put(priority, now);
          return Optional.empty();
        }
        wait(left / 1_000_000, (int) (left % 1_000_000));
        now = System.nanoTime();
      }
      return Optional.of(begin(priority, weight, now));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      noLongerExpect(priority);
    }
  }

  private Stay begin(Priority priority, long weight, long now) {
    Stay stay = new Stay(weight, now);
    stays.add(stay);
    sentAway.remove(priority);
    movedAt = now;
    return stay;
  }

  private synchronized void leave(Stay stay) {
    stays.remove(stay);
    movedAt = System.nanoTime();
    notifyAll();
  }

  private long used(long now) {
    return stays.stream()
        .filter(stay -> now - stay.since < longestStayNanos)
        .mapToLong(stay -> stay.weight)
        .sum();
  }

  /** Lets nobody of a lower priority in for the time being. */
  synchronized void expect(Priority priority) {
    waiting.merge(priority, 1, Integer::sum);
  }

  synchronized void noLongerExpect(Priority priority) {
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
