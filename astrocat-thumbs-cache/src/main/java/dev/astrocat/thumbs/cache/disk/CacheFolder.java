package dev.astrocat.thumbs.cache.disk;

import dev.astrocat.thumbs.cache.CacheSpace;
import dev.astrocat.thumbs.cache.ThumbnailCache;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of a cache. It carries a marker file, which admits that entries in it are deleted; a
 * folder where other pictures lie gets none. Thread-safe.
 */
final class CacheFolder {

  /** Name of the marker. */
  static final String MARKER = ".astrocat-thumbs";

  private static final Logger LOG = LoggerFactory.getLogger(DiskThumbnailCache.class);

  /** Coarsest times that file systems keep: two seconds, on FAT. */
  private static final Duration SETTLED = Duration.ofSeconds(2);

  /**
   * What may lie in a folder that becomes a cache: what a cache leaves, what disks and desktops
   * have, and texts. Other pictures and folders speak for somebody's library, where names like ours
   * may be others'.
   */
  private static final Pattern EXPECTED =
      Pattern.compile(
          "(?s)\\..*|annotated_.*|astrocat_generation|.*_[0-9a-f]{8}_(?:thumb|curve|failed).*"
              + "|lost\\+found|@eaDir|#recycle|\\$RECYCLE\\.BIN|System Volume Information"
              + "|(?i:thumbs\\.db|desktop\\.ini|readme|.*\\.(?:txt|md|log|json|csv))");

  private final Path path;
  private volatile FolderIdentity identity;

  private CacheFolder(Path path, FolderIdentity identity) {
    this.path = path;
    this.identity = identity;
  }

  static CacheFolder open(Path path) throws IOException {
    requireOfItsOwn(path);
    if (!Files.isDirectory(path)) { // a link to a folder is one, but cannot be made
      Files.createDirectories(path);
    }
    if (!mark(path)) {
      LOG.warn("nothing in the cache folder will be cleared or evicted until it can be marked");
    }
    return new CacheFolder(path, FolderIdentity.of(path));
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
   * Refuses to work in another folder than the one that was opened, unless it carries the marker:
   * the bare mount point of a disk that is not mounted any more would fill the system's disk. A
   * folder that somebody deleted, to empty the cache, is made again.
   */
  void requireMounted() throws IOException {
    if (identity.isAt(path) || isMarked(path)) {
      return;
    }
    if (!identity.wasDeleted()) {
      throw new NoSuchFileException(
          path.toString(),
          null,
          "the cache folder is gone, or another one took its place; is its disk mounted? A file "
              + MARKER
              + " admits the other one");
    }
    LOG.info("the cache folder was deleted, it is made again");
    Files.createDirectories(identity.real());
    mark(path);
    identity = FolderIdentity.of(path);
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

  /**
   * Refuses to let entries be deleted in bulk where nothing admits it. Looks again: what was in the
   * way may have been moved.
   *
   * @throws FileSystemException if the folder has no marker
   */
  void requireMarked() throws IOException {
    requireMounted();
    if (isMarked(path) || mark(path)) {
      return;
    }
    throw new FileSystemException(
        path.toString(),
        null,
        foreignFile(path)
                .map(name -> "the cache folder also holds " + name + "; move that elsewhere, or")
                .orElse("the cache folder has no marker;")
            + " make an empty file "
            + MARKER
            + " in it to let thumbnails be deleted there");
  }

  private static boolean isMarked(Path path) {
    return Files.isRegularFile(path.resolve(MARKER), LinkOption.NOFOLLOW_LINKS);
  }

  /** The root of a disk and the home of a user, or what holds it, are mistakes. */
  private static void requireOfItsOwn(Path path) throws IOException {
    Path home = real(path.getFileSystem().getPath(System.getProperty("user.home", "")));
    Path real = real(path);
    if (real.getParent() == null || home.startsWith(real)) {
      throw new FileSystemException(
          path.toString(),
          null,
          "a cache needs a folder of its own, not that of a system or a user");
    }
  }

  private static Path real(Path path) throws IOException {
    return Files.isDirectory(path) ? path.toRealPath() : path.toAbsolutePath().normalize();
  }

  /** Whether the folder has its marker, or got it now. */
  private static boolean mark(Path path) throws IOException {
    if (isMarked(path)) {
      return true;
    }
    Optional<String> foreign = foreignFile(path);
    if (foreign.isPresent()) {
      LOG.warn("the cache folder also holds {}; a file {} in it marks it", foreign.get(), MARKER);
      return false;
    }
    try {
      Files.createFile(path.resolve(MARKER));
      return true;
    } catch (FileAlreadyExistsException e) {
      return isMarked(path); // by another process just now, or it is no file
    } catch (IOException e) {
      LOG.warn("the cache folder cannot be written, its thumbnails are only read", e);
      return false;
    }
  }

  private static Optional<String> foreignFile(Path path) throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !EXPECTED.matcher(name).matches())
          .findFirst();
    }
  }

  /** Empty where the disk does not say; asked without looking through the table of mounts. */
  Optional<CacheSpace> space() {
    if (path.getFileSystem() != FileSystems.getDefault()) {
      return Optional.empty();
    }
    File file = path.toFile();
    long total = file.getTotalSpace();
    return total == 0
        ? Optional.empty()
        : Optional.of(new CacheSpace(file.getUsableSpace(), total));
  }

  private static BasicFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class);
  }
}
