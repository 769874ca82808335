package dev.astrocat.thumbs.demo.browser;

import dev.astrocat.thumbs.demo.sample.SampleSky;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The sample sky as a mount. */
record Sky(Path folder, int files) {

  static final String BROKEN = "galaxy_L_300s_0002_cut_off.fits";

  static Sky in(Path parent) throws IOException {
    Path folder = parent.resolve("sky");
    SampleSky.makeIn(folder);
    try (Stream<Path> files = Files.walk(folder)) {
      return new Sky(
          folder,
          Math.toIntExact(
              files
                  .filter(Files::isRegularFile)
                  .filter(file -> !file.getFileName().toString().startsWith("."))
                  .count()));
    }
  }
}
