package dev.astrocat.thumbs.cache.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files that are being written: {@code .astrocat-thumbs-WRITER-RANDOM-N.tmp}, hidden, in the
 * cache's own folder, since only a move within one file system is a single step. What killed
 * processes left is swept when a folder is opened, and twice a minute while it is written to or
 * listed. Thread-safe.
 */
final class TemporaryFiles {

  private static final Logger LOG = LoggerFactory.getLogger(DiskThumbnailCache.class);

  /** Even on a slow network disk a write does not take that long. */
  private static final Duration MAX_AGE = Duration.ofMinutes(10);

  /** Writers of other users may be hidden from this process, and seem to have ended. */
  private static final Duration MAX_AGE_OF_THE_DEAD = Duration.ofSeconds(10);

  private static final long PAUSE_NANOS = 30_000_000_000L;
  private static final String PREFIX = CacheFolder.MARKER + "-";
  private static final String SUFFIX = ".tmp";

  private final Path folder;

  private final LongSupplier nanoTime;
  private final Writer writer = Writer.here();
  private final String owner = writer + "-" + UUID.randomUUID();
  private final AtomicLong count = new AtomicLong();
  private final AtomicLong sweptAt;

  TemporaryFiles(Path folder, LongSupplier nanoTime) {
    this.folder = folder;
    this.nanoTime = nanoTime;
    sweptAt = new AtomicLong(nanoTime.getAsLong() - PAUSE_NANOS);
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

  /** Removes what killed processes left, if nobody looked for it in the last half minute. */
  void sweepNowAndThen() {
    long now = nanoTime.getAsLong();
    long before = sweptAt.get();
    if (now - before >= PAUSE_NANOS && sweptAt.compareAndSet(before, now)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
        files.forEach(this::removeIfLeft);
      } catch (IOException | DirectoryIteratorException e) {
        LOG.debug("what killed processes left is not swept this time", e);
      }
    }
  }

  private void removeIfLeft(Path file) {
    String name = file.getFileName().toString();
    boolean isDead =
        Writer.of(name.substring(PREFIX.length())).filter(writer::knowsTheEndOf).isPresent();
    Instant old = Instant.now().minus(isDead ? MAX_AGE_OF_THE_DEAD : MAX_AGE);
    try {
      if (Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant().isBefore(old)) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      LOG.debug("{} is left: another process swept it, or it cannot be deleted", file, e);
    }
  }
}
