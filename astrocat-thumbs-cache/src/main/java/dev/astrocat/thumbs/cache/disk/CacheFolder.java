package dev.astrocat.thumbs.cache.disk;

import dev.astrocat.thumbs.cache.ThumbnailCache;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of a cache. It carries a marker file, which tells that clearing it is meant to be
 * possible. Immutable.
 */
final class CacheFolder {

  /** Name of the marker. */
  static final String MARKER = ".astrocat-thumbs";

  private static final Logger LOG = LoggerFactory.getLogger(DiskThumbnailCache.class);

  /** Coarsest times that file systems keep: two seconds, on FAT. */
  private static final Duration SETTLED = Duration.ofSeconds(2);

  private final Path path;
  private final @Nullable Object key;

  private CacheFolder(Path path, @Nullable Object key) {
    this.path = path;
    this.key = key;
  }

  static CacheFolder open(Path path) throws IOException {
    if (!Files.isDirectory(path)) { // a link to a folder is one, but cannot be made
      Files.createDirectories(path);
    }
    mark(path.resolve(MARKER));
    return new CacheFolder(path, attributes(path).fileKey());
  }

  Path path() {
    return path;
  }

  /**
   * The file of an entry. Where the platform's character set lacks letters of the name, as with
   * LANG=C, they become underscores; the digest in the name still tells entries apart.
   *
   * @throws IllegalArgumentException for names that are no plain file names
   */
  Path file(String name) {
    ThumbnailCache.requireName(name);
    try {
      return path.resolve(name);
    } catch (InvalidPathException e) {
      return path.resolve(name.replaceAll("[^\\x20-\\x7e]", "_"));
    }
  }

  /**
   * Refuses to write into another folder than the one that was opened, unless it carries the
   * marker: the bare mount point of a disk that is not mounted any more would fill the system's
   * disk.
   */
  void requireMounted() throws IOException {
    if (!Objects.equals(attributes(path).fileKey(), key) && !Files.exists(path.resolve(MARKER))) {
      throw new NoSuchFileException(
          path.toString(),
          null,
          "another folder took its place; is its disk mounted? A file " + MARKER + " admits it");
    }
  }

  /**
   * The folder's time, which each new, replaced and deleted file changes. A time of just now cannot
   * be trusted: a second change might fall into the same tick of the file system's clock.
   */
  Optional<String> stamp() throws IOException {
    BasicFileAttributes attributes = attributes(path);
    Instant modified = attributes.lastModifiedTime().toInstant();
    boolean isSettled = modified.isBefore(Instant.now().minus(SETTLED));
    return isSettled ? Optional.of(modified + " " + attributes.fileKey()) : Optional.empty();
  }

  private static void mark(Path marker) {
    try {
      Files.createFile(marker);
    } catch (FileAlreadyExistsException e) {
      LOG.debug("the cache folder is marked already");
    } catch (IOException e) {
      LOG.warn("the cache folder cannot be written, its thumbnails are only read", e);
    }
  }

  private static BasicFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class);
  }
}
