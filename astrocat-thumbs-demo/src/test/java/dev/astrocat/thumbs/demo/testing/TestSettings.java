package dev.astrocat.thumbs.demo.testing;

import dev.astrocat.thumbs.Look;
import dev.astrocat.thumbs.cache.CacheLimits;
import dev.astrocat.thumbs.demo.config.DataFolder;
import dev.astrocat.thumbs.demo.config.DatabaseUrl;
import dev.astrocat.thumbs.demo.config.OnMiss;
import dev.astrocat.thumbs.demo.config.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Settings of installations that tests make. */
public final class TestSettings {

  private TestSettings() {}

  /**
   * With images in {@code sky}, thumbnails in {@code thumbnails} of a folder, and two workers.
   *
   * @param redis without it, progress is kept in the database
   */
  public static Settings in(Path folder, DatabaseUrl database, Optional<URI> redis) {
    return new Settings(
        List.of(folder.resolve("sky")),
        new DataFolder(folder.resolve("data")),
        folder.resolve("thumbnails"),
        100,
        database,
        redis,
        Optional.empty(),
        Look.ASTROCAT,
        OnMiss.GENERATE,
        2,
        2,
        Optional.empty(),
        CacheLimits.defaults(),
        List.of(),
        List.of());
  }
}
