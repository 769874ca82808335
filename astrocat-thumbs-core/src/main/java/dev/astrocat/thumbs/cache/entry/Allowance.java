package dev.astrocat.thumbs.cache.entry;

import dev.astrocat.thumbs.cache.CacheLimits;
import dev.astrocat.thumbs.cache.CacheSpace;
import dev.astrocat.thumbs.cache.ThumbnailCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Says whether a cache may grow by an entry, and makes room if it may not. What several processes
 * write is known from walking the cache; between two walks each adds at most an eighth of what was
 * left. Thread-safe; walks and evictions are taken one at a time.
 */
final class Allowance {

  private static final long TRUST_NANOS = 10_000_000_000L;
  private static final int SHARE = 8;

  private final ThumbnailCache cache;
  private final CacheLimits limits;
  private final Eviction eviction;
  private final LongSupplier nanoTime;
  private final RareWarning full;
  private long left;
  private long walkedAt;

  Allowance(ThumbnailCache cache, CacheLimits limits, LongSupplier nanoTime) {
    this.cache = cache;
    this.limits = limits;
    this.nanoTime = nanoTime;
    eviction = new Eviction(cache);
    full = new RareWarning(nanoTime);
    walkedAt = nanoTime.getAsLong() - TRUST_NANOS;
  }

  /** Whether an entry may be written; if not, that is logged now and then. */
  boolean admits(int entryBytes) throws IOException {
    if (limits.maxBytes().isPresent() && !fits(entryBytes, limits.maxBytes().getAsLong())) {
      full.log("the thumbnail cache holds all that it may, and nothing in it can be evicted");
      return false;
    }
    Optional<CacheSpace> space = cache.space();
    if (space.isPresent() && !limits.leaveRoomFor(entryBytes, space.get())) {
      full.log("the disk is nearly full, thumbnails are not kept: {}", space.get());
      return false;
    }
    return true;
  }

  private synchronized boolean fits(int entryBytes, long maxBytes) throws IOException {
    if (entryBytes > left || nanoTime.getAsLong() - walkedAt >= TRUST_NANOS) {
      long held = held(entryBytes, maxBytes);
      walkedAt = nanoTime.getAsLong();
      left = Math.max(entryBytes, (maxBytes - held) / SHARE);
      if (held + entryBytes > maxBytes) {
        left = 0;
        return false;
      }
    }
    left -= entryBytes;
    return true;
  }

  private long held(int entryBytes, long maxBytes) throws IOException {
    try {
      return eviction.heldAfter(entryBytes, maxBytes);
    } catch (UncheckedIOException e) {
      throw new IOException("the cache cannot be listed", e);
    }
  }
}
