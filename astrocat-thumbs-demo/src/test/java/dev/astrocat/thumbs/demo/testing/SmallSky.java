package dev.astrocat.thumbs.demo.testing;

import dev.astrocat.thumbs.demo.TestFits;
import dev.astrocat.thumbs.demo.catalog.Catalog;
import dev.astrocat.thumbs.demo.catalog.NewFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Many small frames, as files and in a catalog. */
public final class SmallSky {

  private static final int WIDTH = 64;
  private static final int HEIGHT = 48;

  private SmallSky() {}

  /** Writes frames and enters them. */
  public static void fill(Path mount, Catalog catalog, int frames) throws IOException {
    catalog.register(List.of(mount));
    for (int i = 0; i < frames; i++) {
      Path file = TestFits.write(mount.resolve("night/frame" + i + ".fits"), WIDTH, HEIGHT);
      long modified = Files.getLastModifiedTime(file).to(TimeUnit.NANOSECONDS);
      catalog.add(new NewFile(file, mount, "FITS", Files.size(file), modified, Optional.empty()));
    }
  }
}
