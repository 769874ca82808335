package dev.astrocat.thumbs.cache.entry;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A warning that is logged at most once a minute, however often it is due. Thread-safe. */
final class RareWarning {

  private static final Logger LOG = LoggerFactory.getLogger(ThumbnailShelf.class);
  private static final long PAUSE_NANOS = 60_000_000_000L;

  private final LongSupplier nanoTime;
  private final AtomicLong last;

  RareWarning(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    last = new AtomicLong(nanoTime.getAsLong() - PAUSE_NANOS);
  }

  void log(String message, Object... arguments) {
    long now = nanoTime.getAsLong();
    long before = last.get();
    if (now - before >= PAUSE_NANOS && last.compareAndSet(before, now)) {
      LOG.warn(message, arguments);
    }
  }
}
