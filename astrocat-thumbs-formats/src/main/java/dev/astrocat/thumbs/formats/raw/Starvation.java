package dev.astrocat.thumbs.formats.raw;

import dev.astrocat.thumbs.decode.DecodeContext;
import java.time.Duration;
import java.util.Optional;

/**
 * For how long a process had no processor though it had work: that is not its fault, and does not
 * count. A process that uses no processor at all waits for something else, and an endless loop is
 * never starved on a machine that is free. One thread at a time.
 */
final class Starvation {

  private static final Duration INTERVAL = Duration.ofMillis(250);

  private final Process process;
  private long lookedAt = System.nanoTime();
  private Optional<Duration> used;

  Starvation(Process process) {
    this.process = process;
    used = process.info().totalCpuDuration();
  }

  /** Looks from time to time, and extends the time by what was missing. */
  void look(DecodeContext context) {
    Duration passed = Duration.ofNanos(System.nanoTime() - lookedAt);
    if (passed.compareTo(INTERVAL) < 0) {
      return;
    }
    Optional<Duration> now = process.info().totalCpuDuration();
    if (now.isPresent() && used.isPresent()) {
      Duration worked = now.get().minus(used.get());
      boolean isStarved = !worked.isZero() && worked.compareTo(passed) < 0;
      if (isStarved) {
        context.extend(passed.minus(worked));
      }
    }
    used = now;
    lookedAt = System.nanoTime();
  }
}
