package dev.astrocat.thumbs.cache.entry;

import dev.astrocat.thumbs.cache.CachedFile;
import dev.astrocat.thumbs.cache.ThumbnailCache;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Deletes entries that were not used for the longest time: thumbnails first, then what is small and
 * costs much to find again. Thread-safe; where a cache is shared, one process at a time does it.
 *
 * @param cache the cache
 */
record Eviction(ThumbnailCache cache) {

  /** A tenth becomes free, so that not each write evicts. */
  private static final int FREED_PART = 10;

  private static final Comparator<CachedFile> LEAST_WANTED_FIRST =
      Comparator.comparing(Eviction::isThumbnail)
          .reversed()
          .thenComparing(CachedFile::modified)
          .thenComparing(CachedFile::name);

  /**
   * How many bytes of entries there are, after some were evicted if the next one would not fit.
   *
   * @param nextBytes size of the next entry
   * @param maxBytes most bytes that there may be
   */
  long heldAfter(long nextBytes, long maxBytes) throws IOException {
    List<CachedFile> entries = entries();
    long held = bytes(entries);
    if (held + nextBytes <= maxBytes || nextBytes > maxBytes) {
      return held;
    }
    Optional<Closeable> tidying = cache.tidying();
    if (tidying.isEmpty()) {
      return maxBytes - nextBytes; // another process makes room just now
    }
    Closeable turn = tidying.get();
    try (turn) {
      return evicted(entries, held, maxBytes - maxBytes / FREED_PART - nextBytes);
    }
  }

  private long evicted(List<CachedFile> entries, long held, long wanted) {
    Deletions deletions = new Deletions(cache);
    long left = held;
    entries.sort(LEAST_WANTED_FIRST);
    for (CachedFile entry : entries) {
      if (left <= wanted) {
        break;
      }
      if (deletions.delete(entry.name())) {
        left -= entry.sizeBytes();
      }
    }
    return left;
  }

  private List<CachedFile> entries() throws IOException {
    List<CachedFile> entries = new ArrayList<>();
    try (Stream<CachedFile> files = cache.list()) {
      files.filter(file -> EntryName.kind(file.name()).isPresent()).forEach(entries::add);
    }
    return entries;
  }

  private static long bytes(List<CachedFile> entries) {
    return entries.stream().mapToLong(CachedFile::sizeBytes).sum();
  }

  private static boolean isThumbnail(CachedFile file) {
    return EntryName.isThumbnail(file.name());
  }
}
