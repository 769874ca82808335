package dev.astrocat.thumbs.formats.raw;

import dev.astrocat.thumbs.decode.DecodeContext;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Kills a process when time is over, unless cancelled before: what ends a write into a pipe that
 * nobody empties. Waits on the timer thread that the JDK itself keeps for CompletableFuture; none
 * is started here. Thread-safe.
 */
final class DeadlineKill {

  private final Process process;
  private final DecodeContext context;
  private final CompletableFuture<Void> done = new CompletableFuture<>();

  DeadlineKill(Process process, DecodeContext context) {
    this.process = process;
    this.context = context;
    look();
  }

  private void look() {
    Duration left = context.remainingTime();
    if (done.isDone()) {
      return;
    }
    if (left.isZero()) {
      process.destroyForcibly();
    } else {
      done.copy()
          .orTimeout(Math.max(1, left.toNanos()), TimeUnit.NANOSECONDS)
          .exceptionally(
              timeout -> {
                look(); // there may be more time now
                return null;
              });
    }
  }

  /** There was time enough. */
  void cancel() {
    done.complete(null);
  }
}
