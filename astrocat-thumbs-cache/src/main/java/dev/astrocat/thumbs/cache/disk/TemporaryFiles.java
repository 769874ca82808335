package dev.astrocat.thumbs.cache.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files that are being written: {@code .astrocat-thumbs-PID-RANDOM-N.tmp}, hidden, in the cache's
 * own folder, since only a move within one file system is a single step. Thread-safe.
 */
final class TemporaryFiles {

  private static final Logger LOG = LoggerFactory.getLogger(DiskThumbnailCache.class);
  private static final Duration MAX_AGE = Duration.ofSeconds(30);
  private static final String PREFIX = CacheFolder.MARKER + "-";
  private static final String SUFFIX = ".tmp";

  private final Path folder;

  /** The process id alone does not do: in containers that share a folder each is process 1. */
  private final String owner = ProcessHandle.current().pid() + "-" + UUID.randomUUID();

  private final AtomicLong count = new AtomicLong();

  TemporaryFiles(Path folder) {
    this.folder = folder;
  }

  /** A new file with these bytes. */
  Path write(byte[] bytes) throws IOException {
    Path file = folder.resolve(PREFIX + owner + "-" + count.incrementAndGet() + SUFFIX);
    try (SeekableByteChannel channel =
        Files.newByteChannel(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      return file;
    } catch (IOException e) {
      discard(file, e);
      throw e;
    }
  }

  /** Removes a file that could not be put into its place. */
  void discard(Path file, IOException reason) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
  }

  /** Removes what killed processes left; a write takes milliseconds, so old ones are theirs. */
  void sweep() throws IOException {
    Instant old = Instant.now().minus(MAX_AGE);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
      for (Path file : files) {
        removeIfBefore(old, file);
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  private static void removeIfBefore(Instant time, Path file) {
    try {
      if (Files.getLastModifiedTime(file).toInstant().isBefore(time)) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      LOG.debug("{} is left: another process swept it, or it cannot be deleted", file, e);
    }
  }
}
