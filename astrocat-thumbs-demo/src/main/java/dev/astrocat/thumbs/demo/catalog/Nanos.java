package dev.astrocat.thumbs.demo.catalog;

import java.time.Duration;
import java.time.Instant;

/** Times of files as nanoseconds since 1970, which databases keep exactly. */
public final class Nanos {

  private static final long A_SECOND = 1_000_000_000L;

  private Nanos() {}

  /** The time as a number; times that no file system has become the nearest that fits. */
  public static long of(Instant time) {
    try {
      return Duration.between(Instant.EPOCH, time).toNanos();
    } catch (ArithmeticException e) {
      return time.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }

  /** The number as a time. */
  public static Instant instant(long nanos) {
    return Instant.ofEpochSecond(Math.floorDiv(nanos, A_SECOND), Math.floorMod(nanos, A_SECOND));
  }
}
