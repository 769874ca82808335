package dev.astrocat.thumbs.cache.entry;

import dev.astrocat.thumbs.cache.CacheStatistics;
import dev.astrocat.thumbs.cache.CachedFile;
import dev.astrocat.thumbs.cache.ThumbnailCache;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Counts the thumbnails of a cache by walking it, and remembers the result for as long as the cache
 * vouches that nothing changed. Thread-safe; walks are taken one at a time.
 */
final class StoreWalk {

  private final ThumbnailCache cache;
  private Optional<Counted> last = Optional.empty();

  StoreWalk(ThumbnailCache cache) {
    this.cache = cache;
  }

  synchronized CacheStatistics statistics() throws IOException {
    // The mark is taken before the walk: a change meanwhile makes it another one.
    Optional<String> stamp = cache.stamp();
    if (stamp.isPresent() && last.isPresent() && last.get().stamp().equals(stamp.get())) {
      return last.get().statistics();
    }
    CacheStatistics statistics = walk();
    last = stamp.map(mark -> new Counted(mark, statistics));
    return statistics;
  }

  private CacheStatistics walk() throws IOException {
    long count = 0;
    long bytes = 0;
    try (Stream<CachedFile> files = cache.list()) {
      for (Iterator<CachedFile> all = files.iterator(); all.hasNext(); ) {
        CachedFile file = all.next();
        if (EntryName.isThumbnail(file.name())) {
          count++;
          bytes += file.sizeBytes();
        }
      }
    }
    return new CacheStatistics(count, bytes);
  }

  private record Counted(String stamp, CacheStatistics statistics) {}
}
