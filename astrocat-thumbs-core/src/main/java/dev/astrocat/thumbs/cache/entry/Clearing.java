package dev.astrocat.thumbs.cache.entry;

import dev.astrocat.thumbs.cache.CachedFile;
import dev.astrocat.thumbs.cache.ThumbnailCache;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Deletes all thumbnails and remembered failures of a cache. Tone curves stay, since they follow
 * from the sources' bytes alone; so does whatever is not ours. Thread-safe.
 */
final class Clearing {

  private final ThumbnailCache cache;
  private final Generations generations;

  Clearing(ThumbnailCache cache, Generations generations) {
    this.cache = cache;
    this.generations = generations;
  }

  /**
   * Clears the cache. Safe to repeat after a failure, and beside running work.
   *
   * @return how many entries were deleted
   * @throws IOException if something is left
   */
  long clear() throws IOException {
    Closeable turn = cache.tidying().orElse(() -> {});
    try (turn) {
      Optional<IOException> untold = begin();
      Deletions deletions = new Deletions(cache);
      names().forEach(deletions::delete);
      if (untold.isPresent()) {
        generations.begin(); // a full disk has room now
        names().forEach(deletions::delete); // what those published who had not been told
      }
      return deletions.count();
    }
  }

  private Optional<IOException> begin() {
    try {
      generations.begin();
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(e);
    }
  }

  /** Listed before anything is deleted: a listing may skip entries when others vanish. */
  private List<String> names() throws IOException {
    try (Stream<CachedFile> files = cache.list()) {
      return files.map(CachedFile::name).filter(Clearing::isCleared).toList();
    }
  }

  private static boolean isCleared(String name) {
    return EntryName.kind(name).filter(kind -> kind != EntryKind.CURVE).isPresent();
  }
}
