package dev.astrocat.thumbs.demo.browser;

import dev.astrocat.thumbs.demo.sample.SampleSky;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The sample sky as a mount, which is deleted at the end.
 *
 * @param parent the folder that it is in
 * @param files how many images it has
 */
record Sky(Path parent, int files) implements AutoCloseable {

  static final String BROKEN = "galaxy_L_300s_0002_cut_off.fits";

  static Sky make() {
    try {
      Path parent = Files.createTempDirectory("browser");
      Path folder = parent.resolve("sky");
      SampleSky.makeIn(folder);
      long files =
          below(folder).stream()
              .filter(Files::isRegularFile)
              .filter(file -> !file.getFileName().toString().startsWith("."))
              .count();
      return new Sky(parent, Math.toIntExact(files));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path folder() {
    return parent.resolve("sky");
  }

  private static List<Path> below(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.toList();
    }
  }

  @Override
  public void close() throws IOException {
    for (Path path : below(parent).stream().sorted(Comparator.reverseOrder()).toList()) {
      Files.delete(path);
    }
  }
}
