package dev.astrocat.thumbs.cache.entry;

import dev.astrocat.thumbs.cache.ThumbnailCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Deletes entries one by one, going on when one cannot be deleted. One thread at a time. */
final class Deletions {

  private final ThumbnailCache cache;
  private long deleted;
  private long failed;
  private Optional<Exception> failure = Optional.empty();

  Deletions(ThumbnailCache cache) {
    this.cache = cache;
  }

  /** Whether it was there and is gone. */
  boolean delete(String name) {
    try {
      boolean wasThere = cache.delete(name);
      deleted += wasThere ? 1 : 0;
      return wasThere;
    } catch (IOException | UncheckedIOException e) {
      failed++;
      failure = Optional.of(failure.orElse(e));
      return false;
    }
  }

  /**
   * How many were deleted.
   *
   * @throws IOException if some could not be; the others are gone
   */
  long count() throws IOException {
    if (failure.isPresent()) {
      throw new IOException(
          failed + " entries could not be deleted, " + deleted + " were", failure.get());
    }
    return deleted;
  }
}
