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

/**
 * Lets one process at a time delete many entries of a folder: a lock on its marker, which the
 * system releases when its holder dies. Thread-safe.
 *
 * @param folder the cache's folder
 */
record TidyingLock(Path folder) {

  /** To be closed when done; empty while somebody else holds it, in this process or another. */
  Optional<Closeable> tryTake() throws IOException {
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
      isTaken = false; // by another thread
    } finally {
      if (!isTaken) {
        channel.close();
      }
    }
    return isTaken ? Optional.of(channel) : Optional.empty();
  }
}
