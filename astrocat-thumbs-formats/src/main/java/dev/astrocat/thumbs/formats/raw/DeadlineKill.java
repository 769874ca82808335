package dev.astrocat.thumbs.formats.raw;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Kills a process when time is over, unless cancelled before: what ends a write into a pipe that
 * nobody empties. Waits on the timer thread that the JDK itself keeps for CompletableFuture; none
 * is started here. Thread-safe.
 */
final class DeadlineKill {

  private final CompletableFuture<Void> done = new CompletableFuture<>();

  DeadlineKill(Process process, Duration time) {
    done.orTimeout(time.toNanos(), TimeUnit.NANOSECONDS)
        .exceptionally(
            timeout -> {
              process.destroyForcibly();
              return null;
            });
  }

  /** There was time enough. */
  void cancel() {
    done.complete(null);
  }
}
