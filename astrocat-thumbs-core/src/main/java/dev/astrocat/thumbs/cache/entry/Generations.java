package dev.astrocat.thumbs.cache.entry;

import dev.astrocat.thumbs.cache.ThumbnailCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that work which was under way when the cache was cleared does not put its result back.
 * Processes tell each other by an entry that each clear replaces before it deletes anything.
 * Thread-safe.
 */
final class Generations {

  private static final Logger LOG = LoggerFactory.getLogger(ThumbnailShelf.class);

  /** Name of the entry, which no source has. */
  static final String NAME = "astrocat_generation";

  private final ThumbnailCache cache;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final AtomicLong clears = new AtomicLong();

  Generations(ThumbnailCache cache) {
    this.cache = cache;
  }

  Generation current() {
    // A mark that cannot be read differs from any other: nothing is kept until it can be.
    return new Generation(clears.get(), mark().orElseGet(() -> "unreadable " + System.nanoTime()));
  }

  /**
   * Begins a new generation.
   *
   * @throws IOException if it could not be told to other processes; it holds in this one
   */
  void begin() throws IOException {
    lock.writeLock().lock();
    try {
      clears.incrementAndGet();
    } finally {
      lock.writeLock().unlock();
    }
    cache.write(NAME, Proof.seal("generation=" + UUID.randomUUID() + "\n"));
  }

  /**
   * Writes an entry, unless the cache was cleared since its making began. The mark is compared
   * again after the write: a clear of another process that had not begun then lists the entry and
   * deletes it.
   *
   * @param write writes, and tells where
   * @return where the entry is; empty if there is none
   */
  Optional<String> publish(Generation begun, String name, Supplier<Optional<String>> write) {
    lock.readLock().lock();
    try {
      if (!current().equals(begun)) {
        return Optional.empty();
      }
      Optional<String> location = write.get();
      if (location.isPresent() && isOver(begun)) {
        withdraw(name);
        return Optional.empty();
      }
      return location;
    } finally {
      lock.readLock().unlock();
    }
  }

  private void withdraw(String name) {
    try {
      cache.delete(name);
    } catch (IOException | UncheckedIOException e) {
      LOG.debug("{} is left in a cache that was cleared", name, e);
    }
  }

  /** Whether another process cleared the cache for certain: what was just written is not lost. */
  private boolean isOver(Generation begun) {
    return mark().filter(mark -> !mark.equals(begun.mark())).isPresent();
  }

  private Optional<String> mark() {
    try {
      return Optional.of(cache.read(NAME).flatMap(Proof::check).orElse(""));
    } catch (IOException | UncheckedIOException e) {
      LOG.debug("the mark of the last clear cannot be read", e);
      return Optional.empty();
    }
  }
}
