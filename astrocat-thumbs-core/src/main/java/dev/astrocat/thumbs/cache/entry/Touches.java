package dev.astrocat.thumbs.cache.entry;

import dev.astrocat.thumbs.cache.ThumbnailCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Marks entries as used, each at most once an hour. Thread-safe. */
final class Touches {

  private static final Logger LOG = LoggerFactory.getLogger(ThumbnailShelf.class);
  private static final long PAUSE_NANOS = 3_600_000_000_000L;
  private static final int MAX_REMEMBERED = 10_000;

  private final ThumbnailCache cache;
  private final LongSupplier nanoTime;
  private final Map<String, Long> last = new LastTouches();

  Touches(ThumbnailCache cache, LongSupplier nanoTime) {
    this.cache = cache;
    this.nanoTime = nanoTime;
  }

  /** An entry was used. */
  void used(String name) {
    if (isDue(name)) {
      try {
        cache.touch(name);
      } catch (IOException | UncheckedIOException e) {
        LOG.debug("{} is not marked as used, and may be evicted too early", name, e);
      }
    }
  }

  private boolean isDue(String name) {
    long now = nanoTime.getAsLong();
    synchronized (last) {
      Long before = last.get(name);
      boolean isDue = before == null || now - before >= PAUSE_NANOS;
      if (isDue) {
        last.put(name, now);
      }
      return isDue;
    }
  }

  /** When entries were touched, of those that were used last. */
  private static final class LastTouches extends LinkedHashMap<String, Long> {

    private static final long serialVersionUID = 1L;

    LastTouches() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
      return size() > MAX_REMEMBERED;
    }
  }
}
