package dev.astrocat.thumbs.host;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before what may pass is tried again: about 1, 10 and 60 seconds. */
final class RetryDelay {

  private static final List<Duration> DELAYS =
      List.of(Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofSeconds(60));

  private RetryDelay() {}

  /** After that many failures, at least 1; empty after too many. */
  static Optional<Duration> after(int failures) {
    return failures > DELAYS.size() ? Optional.empty() : Optional.of(longestAfter(failures));
  }

  /** The same, but never an end. */
  static Duration longestAfter(int failures) {
    long millis = DELAYS.get(Math.min(failures, DELAYS.size()) - 1).toMillis();
    // Half to one and a half, so that what failed together does not come back together.
    return Duration.ofMillis(millis / 2 + ThreadLocalRandom.current().nextLong(millis));
  }
}
