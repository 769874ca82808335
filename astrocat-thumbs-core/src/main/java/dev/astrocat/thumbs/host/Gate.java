package dev.astrocat.thumbs.host;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Lets in as much as there is room for; whoever has a higher priority goes first. Thread-safe. */
final class Gate {

  private final long room;
  private final Map<Priority, Integer> waiting = new EnumMap<>(Priority.class);
  private long used;

  Gate(long room) {
    this.room = room;
  }

  /**
   * Waits for room.
   *
   * @param weight at most the room
   * @return whether it was let in; not so if it took too long or the thread was interrupted
   */
  synchronized boolean enter(Priority priority, long weight, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    expect(priority);
    try {
      while (used + weight > room || isExpectedBefore(priority)) {
        long left = end - System.nanoTime();
        if (left <= 0) {
          return false;
        }
        wait(left / 1_000_000, (int) (left % 1_000_000));
      }
      used += weight;
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      noLongerExpect(priority);
    }
  }

  synchronized void leave(long weight) {
    used -= weight;
    notifyAll();
  }

  /** Lets nobody of a lower priority in for the time being. */
  synchronized void expect(Priority priority) {
    waiting.merge(priority, 1, Integer::sum);
  }

  synchronized void noLongerExpect(Priority priority) {
    waiting.merge(priority, -1, Integer::sum);
    notifyAll();
  }

  private boolean isExpectedBefore(Priority priority) {
    return waiting.entrySet().stream()
        .anyMatch(other -> other.getKey().compareTo(priority) < 0 && other.getValue() > 0);
  }
}
