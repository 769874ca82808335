package dev.astrocat.thumbs.cache.entry;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.LimitException;
import dev.astrocat.thumbs.cache.CacheLimits;
import dev.astrocat.thumbs.cache.ThumbnailCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;

/** A cache whose failures are logged now and then, and are misses. Thread-safe. */
final class EntryStore {

  private final ThumbnailCache cache;
  private final Allowance allowance;
  private final Generations generations;
  private final RareWarning unreadable;
  private final RareWarning unwritable;

  EntryStore(ThumbnailCache cache, CacheLimits limits, LongSupplier nanoTime) {
    this.cache = cache;
    allowance = new Allowance(cache, limits, nanoTime);
    generations = new Generations(cache);
    unreadable = new RareWarning(nanoTime);
    unwritable = new RareWarning(nanoTime);
  }

  /** An entry, if it is there and can be read. */
  Optional<byte[]> read(String name) {
    try {
      return cache.read(name);
    } catch (ClosedByInterruptException e) {
      throw new LimitException(ErrorCode.CANCELLED, "interrupted while reading the cache", e);
    } catch (IOException | UncheckedIOException e) {
      unreadable.log("the thumbnail cache cannot be read, pictures are made anew", e);
      return Optional.empty();
    }
  }

  /** Where an entry was put, if it could be. */
  Optional<String> write(String name, byte[] entry) {
    try {
      return allowance.admits(entry.length)
          ? Optional.of(cache.write(name, entry))
          : Optional.empty();
    } catch (ClosedByInterruptException e) {
      return Optional.empty(); // the caller gave up, yet the picture is there
    } catch (IOException | UncheckedIOException e) {
      unwritable.log("the thumbnail cache cannot be written, pictures are not kept", e);
      return Optional.empty();
    }
  }

  /** Where an entry was put, if it could be, and the cache was not cleared since. */
  Optional<String> publish(Generation begun, String name, byte[] entry) {
    return generations.publish(begun, name, () -> write(name, entry));
  }

  /** Removes an entry, if it can. */
  void delete(String name) {
    try {
      cache.delete(name);
    } catch (IOException | UncheckedIOException e) {
      unwritable.log("an entry of the thumbnail cache cannot be deleted", e);
    }
  }

  /** When an entry was written or used, as far as the cache knows. */
  Optional<Instant> modified(String name) {
    try {
      return cache.modified(name);
    } catch (IOException | UncheckedIOException e) {
      unreadable.log("the thumbnail cache cannot be read", e);
      return Optional.empty();
    }
  }

  Generations generations() {
    return generations;
  }

  Optional<String> location(String name) {
    return cache.location(name);
  }
}
