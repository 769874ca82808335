package dev.astrocat.thumbs.cache.disk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets one process at a time delete many entries of a folder: a lock on its marker, which the
 * system releases when its holder dies. Thread-safe.
 */
final class TidyingLock {

  private static final Logger LOG = LoggerFactory.getLogger(DiskThumbnailCache.class);

  private final Path folder;

  /**
   * Asked before the file is opened: closing it after a vain attempt would release the lock of the
   * thread that has it, since POSIX locks are those of the process.
   */
  private final AtomicBoolean isTakenHere = new AtomicBoolean();

  /** For a cache's folder, which has its marker. */
  TidyingLock(Path folder) {
    this.folder = folder;
  }

  /** To be closed when done; empty while somebody else holds it, in this process or another. */
  Optional<Closeable> tryTake() throws IOException {
    if (!isTakenHere.compareAndSet(false, true)) {
      return Optional.empty();
    }
    Optional<FileChannel> locked = Optional.empty();
    try {
      locked = lockedMarker();
    } finally {
      isTakenHere.set(locked.isPresent());
    }
    return locked.map(channel -> () -> giveBack(channel));
  }

  private void giveBack(FileChannel channel) throws IOException {
    if (channel.isOpen()) { // the first time
      try (channel) {
        isTakenHere.set(false);
      }
    }
  }

  private Optional<FileChannel> lockedMarker() throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve(CacheFolder.MARKER),
            StandardOpenOption.WRITE,
            LinkOption.NOFOLLOW_LINKS);
    boolean isTaken = false;
    try {
      FileLock lock = channel.tryLock();
      isTaken = lock != null;
    } catch (OverlappingFileLockException e) {
      isTaken = false; // by another cache object on the same folder
    } catch (IOException e) {
      LOG.debug("the disk of the cache knows no locks, so processes may tidy together", e);
      isTaken = true;
    } finally {
      if (!isTaken) {
        channel.close();
      }
    }
    return isTaken ? Optional.of(channel) : Optional.empty();
  }
}
