package dev.astrocat.thumbs.cache.disk;

import dev.astrocat.thumbs.CacheException;
import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.SourceException;
import dev.astrocat.thumbs.cache.CacheSpace;
import dev.astrocat.thumbs.cache.CachedFile;
import dev.astrocat.thumbs.cache.ThumbnailCache;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Thumbnails as files of one folder, which other programs may read and other processes may share.
 * An entry is written beside its place and then moved there in one step, so readers see the old one
 * or the new one; nothing is forced to the disk, since entries prove themselves. Thread-safe.
 *
 * <pre>{@code
 * ThumbnailGenerator.builder().cache(DiskThumbnailCache.at(Path.of("/data/thumbnails"))).build();
 * }</pre>
 */
public final class DiskThumbnailCache implements ThumbnailCache {

  private static final Logger LOG = LoggerFactory.getLogger(DiskThumbnailCache.class);

  /** Larger files are no thumbnails; they are neither written nor read. */
  static final int MAX_ENTRY_BYTES = 64 << 20;

  private final CacheFolder folder;
  private final TemporaryFiles temporaries;
  private final TidyingLock turns;

  private DiskThumbnailCache(CacheFolder folder, TemporaryFiles temporaries) {
    this.folder = folder;
    this.temporaries = temporaries;
    turns = new TidyingLock(folder.path());
  }

  /**
   * A cache in a folder, which is made if it is missing. Should it vanish later, it is made again
   * if it was deleted, but not while a disk is not mounted. Left-overs of killed processes are
   * removed. A folder that can only be read is taken as it is.
   *
   * <p>A hidden file {@code .astrocat-thumbs} marks the folder. Where other pictures or folders lie
   * in it, it is left away, and the cache is neither cleared nor limited in size until they are
   * moved elsewhere, or somebody adds the marker.
   *
   * @throws CacheException {@code CACHE_IO} if the folder cannot be made or looked into, or is that
   *     of a system or a user
   */
  public static DiskThumbnailCache at(Path directory) {
    return at(directory, System::nanoTime);
  }

  static DiskThumbnailCache at(Path directory, LongSupplier nanoTime) {
    try {
      CacheFolder folder = CacheFolder.open(directory.toAbsolutePath().normalize());
      TemporaryFiles temporaries = new TemporaryFiles(folder.path(), nanoTime);
      temporaries.sweepNowAndThen();
      return new DiskThumbnailCache(folder, temporaries);
    } catch (IOException e) {
      throw new CacheException(
          ErrorCode.CACHE_IO,
          "cannot use "
              + directory.getFileName()
              + " as cache folder: "
              + SourceException.reason(e),
          e);
    }
  }

  @Override
  public Optional<byte[]> read(String name) throws IOException {
    Path file = folder.file(name);
    try {
      // Looked at before it is opened: opening a pipe would wait for a writer.
      BasicFileAttributes attributes = attributes(file);
      if (!attributes.isRegularFile() || attributes.size() > MAX_ENTRY_BYTES) {
        return Optional.empty();
      }
      return Optional.of(read(file, (int) attributes.size()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public String write(String name, byte[] bytes) throws IOException {
    Path file = folder.file(name);
    if (bytes.length > MAX_ENTRY_BYTES) {
      throw new IOException(bytes.length + " bytes are too many for a cached thumbnail");
    }
    folder.requireMounted();
    temporaries.sweepNowAndThen();
    Path temporary = temporaries.write(bytes);
    try {
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      temporaries.discard(temporary, e);
      throw e;
    }
    return file.toString();
  }

  @Override
  public boolean delete(String name) throws IOException {
    Path file = folder.file(name);
    try {
      return attributes(file).isRegularFile() && Files.deleteIfExists(file);
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  @Override
  @SuppressWarnings("StreamResourceLeak") // it is the caller who closes it
  public Stream<CachedFile> list() throws IOException {
    folder.requireMounted();
    temporaries.sweepNowAndThen();
    return Files.list(folder.path()).flatMap(DiskThumbnailCache::entry);
  }

  @Override
  public Optional<String> location(String name) {
    return Optional.of(folder.file(name).toString());
  }

  @Override
  public Optional<String> stamp() throws IOException {
    return folder.stamp();
  }

  @Override
  public void touch(String name) throws IOException {
    try {
      Files.getFileAttributeView(
              folder.file(name), BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
          .setTimes(FileTime.from(Instant.now()), null, null);
    } catch (NoSuchFileException e) {
      LOG.debug("{} was deleted before it could be touched", name);
    }
  }

  @Override
  public Optional<Instant> modified(String name) throws IOException {
    try {
      return Optional.of(attributes(folder.file(name)).lastModifiedTime().toInstant());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<CacheSpace> space() throws IOException {
    return folder.space();
  }

  @Override
  public Optional<Closeable> tidying() throws IOException {
    folder.requireMarked();
    temporaries.sweepNowAndThen();
    return turns.tryTake();
  }

  private static byte[] read(Path file, int size) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(size);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      int count = 0;
      while (count >= 0 && bytes.hasRemaining()) {
        count = channel.read(bytes);
      }
    }
    // Shorter only if the entry was replaced just now: then its proof fails.
    return bytes.hasRemaining() ? Arrays.copyOf(bytes.array(), bytes.position()) : bytes.array();
  }

  /** Marker and temporary files are hidden ones. */
  private static Stream<CachedFile> entry(Path file) {
    String name = file.getFileName().toString();
    try {
      BasicFileAttributes attributes = attributes(file);
      return name.startsWith(".") || !attributes.isRegularFile()
          ? Stream.empty()
          : Stream.of(
              new CachedFile(name, attributes.size(), attributes.lastModifiedTime().toInstant()));
    } catch (NoSuchFileException e) {
      return Stream.empty(); // deleted since the folder was listed
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BasicFileAttributes attributes(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }
}
