package dev.astrocat.thumbs.demo.config;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where things are kept on this machine unless somebody says otherwise. Immutable.
 *
 * @param mounted the documented folder for data; used where it exists and can be written to
 */
record UsualPlaces(Path mounted) {

  private static final String THUMBNAILS = "thumbnails";

  /** {@code /data}. */
  static UsualPlaces ofThisMachine() {
    return new UsualPlaces(Path.of("/data"));
  }

  /** {@code /data/thumbnails} if it can be written to, or made; else among the demo's data. */
  Path thumbnails(DataFolder data) {
    Path documented = mounted.resolve(THUMBNAILS);
    Path decisive = Files.exists(documented) ? documented : mounted;
    boolean isUsable = Files.isDirectory(decisive) && Files.isWritable(decisive);
    return isUsable ? documented : data.thumbnails().toAbsolutePath().normalize();
  }
}
