package dev.astrocat.thumbs.cache;

import java.util.OptionalLong;

/**
 * How much a cache may take. Immutable.
 *
 * @param maxBytes most bytes of all entries together; then those that were not used for the longest
 *     time go. Without limit when empty. Files that are not ours neither count nor go
 * @param minFreeBytes nothing more is kept when the disk has less left than this, or than a
 *     twentieth of its size if that is less
 */
public record CacheLimits(OptionalLong maxBytes, long minFreeBytes) {

  private static final CacheLimits DEFAULTS = new CacheLimits(OptionalLong.empty(), 256L << 20);

  private static final int LEAST_FREE_PART = 20;

  /** Refuses limits that nothing can keep. */
  public CacheLimits {
    if (maxBytes.orElse(1) < 1 || minFreeBytes < 0) {
      throw new IllegalArgumentException("a cache of " + maxBytes + " bytes");
    }
  }

  /** No limit, as long as 256 MiB, or a twentieth of a smaller disk, are left free. */
  public static CacheLimits defaults() {
    return DEFAULTS;
  }

  /** With at most so many bytes of entries. */
  public CacheLimits withMaxBytes(long value) {
    return new CacheLimits(OptionalLong.of(value), minFreeBytes);
  }

  /** With so many bytes left free. */
  public CacheLimits withMinFreeBytes(long value) {
    return new CacheLimits(maxBytes, value);
  }

  /** Whether an entry of that size may be added where there is so much room. */
  public boolean leaveRoomFor(long entryBytes, CacheSpace space) {
    long floor = Math.min(minFreeBytes, space.totalBytes() / LEAST_FREE_PART);
    return space.usableBytes() - entryBytes >= floor;
  }
}
