package dev.astrocat.thumbs.cache.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What tells a folder from another one that takes its place, and whether it was deleted or is on a
 * disk that was unmounted. Immutable.
 *
 * @param real the folder without links
 * @param key device and number of the folder; null on systems that have none
 * @param parentKey the same of the folder that it lies in
 * @param isMountPoint whether a disk of its own was mounted on it
 */
record FolderIdentity(
    Path real, @Nullable Object key, @Nullable Object parentKey, boolean isMountPoint) {

  /** Of a folder that is there and is no root. */
  static FolderIdentity of(Path folder) throws IOException {
    Path real = folder.toRealPath();
    Path parent = parent(real);
    return new FolderIdentity(
        real, key(real), key(parent), !Objects.equals(device(real), device(parent)));
  }

  /** Whether this is the folder that is at a path now. */
  boolean isAt(Path path) throws IOException {
    try {
      return Objects.equals(key(path), key);
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /**
   * Whether the folder, which is not there any more, was deleted: what it lay in is there as it
   * was. An unmounted disk takes that along, or leaves its bare mount point.
   */
  boolean wasDeleted() throws IOException {
    try {
      return !isMountPoint && parentKey != null && parentKey.equals(key(parent(real)));
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private static Path parent(Path folder) {
    return Objects.requireNonNull(folder.getParent(), "a root is no cache folder");
  }

  /** Asked without looking through the table of mounts, which a sandbox may hide. */
  private static @Nullable Object device(Path folder) throws IOException {
    boolean isKnown = folder.getFileSystem().supportedFileAttributeViews().contains("unix");
    return isKnown ? Files.getAttribute(folder, "unix:dev") : null;
  }

  private static @Nullable Object key(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
  }
}
