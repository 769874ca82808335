package dev.astrocat.thumbs.demo.node;

import java.util.ArrayDeque;
import java.util.Deque;

/** What was opened, to be closed in reverse. One thread at a time. */
final class Closing implements AutoCloseable {

  private final Deque<Runnable> ends = new ArrayDeque<>();

  /** Adds how something that was just opened is closed. */
  void with(Runnable end) {
    ends.push(end);
  }

  /** Closes all, also when one of them fails at it. */
  @Override
  public void close() {
    Runnable last = ends.poll();
    if (last != null) {
      try {
        last.run();
      } finally {
        close();
      }
    }
  }
}
