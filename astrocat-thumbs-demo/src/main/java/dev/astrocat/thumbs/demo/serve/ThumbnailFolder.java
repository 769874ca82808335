package dev.astrocat.thumbs.demo.serve;

import dev.astrocat.thumbs.demo.library.DataFolder;
import java.nio.file.Path;
import java.util.Map;

/** Where thumbnails are kept. */
final class ThumbnailFolder {

  static final String VARIABLE = "THUMBNAIL_CACHE_PATH";

  private ThumbnailFolder() {}

  /** The folder that the environment names, else one among the demo's data. */
  static Path of(DataFolder data, Map<String, String> environment) {
    String named = environment.getOrDefault(VARIABLE, "");
    return named.isBlank() ? data.thumbnails() : Path.of(named);
  }
}
