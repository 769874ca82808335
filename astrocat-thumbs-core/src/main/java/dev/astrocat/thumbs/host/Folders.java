package dev.astrocat.thumbs.host;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Whether images lie in folders, by path elements, without looking at any file. */
final class Folders {

  private Folders() {}

  /** {@code /data/m1} does not hold {@code /data/m10/a.fits}; no character is a wild-card. */
  static boolean holds(Path folder, ImageRecord image) {
    try {
      return Path.of(image.source().identity()).startsWith(folder.toAbsolutePath().normalize());
    } catch (InvalidPathException e) {
      return false; // an object's name, which need not be a path
    }
  }
}
