package dev.astrocat.thumbs.demo.library;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/**
 * An image file of the library, as it was when the folder was looked through. Immutable.
 *
 * @param id the same for the same path, in every run
 * @param file where it is, without links
 * @param folder folders from the library's root to the file, with slashes; empty in the root
 * @param name file name
 * @param sizeBytes size of the file
 * @param modified when the file was written
 */
public record LibraryImage(
    String id, Path file, String folder, String name, long sizeBytes, Instant modified) {

  /**
   * Whether no link leads elsewhere since the folder was looked through, where links are not
   * followed. A file that cannot be asked counts as in place: reading it will tell what is wrong.
   */
  public boolean isInPlace() {
    try {
      return file.toRealPath().equals(file);
    } catch (IOException e) {
      return true;
    }
  }

  /** The format that its extension tells, in lower case. */
  public String format() {
    return ImageNames.format(name);
  }
}
