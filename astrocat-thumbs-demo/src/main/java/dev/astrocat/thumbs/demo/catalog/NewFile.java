package dev.astrocat.thumbs.demo.catalog;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that is to be catalogued, or the new state of one that is. Immutable.
 *
 * @param file absolute and normalised
 * @param mount the mount's path, which holds it
 * @param fileFormat by its name, in upper case: {@code FITS}
 * @param sizeBytes size of the file
 * @param modifiedNanos when it was written, nanoseconds since 1970
 * @param fileKey what names it on its disk whatever its path is
 */
public record NewFile(
    Path file,
    Path mount,
    String fileFormat,
    long sizeBytes,
    long modifiedNanos,
    Optional<String> fileKey) {

  /** Refuses a file outside of its mount. */
  public NewFile {
    if (!file.isAbsolute() || !file.startsWith(mount) || file.equals(mount)) {
      throw new IllegalArgumentException("a file outside of its mount");
    }
  }

  /** Folders between mount and file, with slashes; empty in the mount's own folder. */
  public String folder() {
    return Keys.folder(mount, file);
  }
}
