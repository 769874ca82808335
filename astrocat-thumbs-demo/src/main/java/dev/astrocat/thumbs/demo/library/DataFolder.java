package dev.astrocat.thumbs.demo.library;

import java.nio.file.Path;

/**
 * Where the demo keeps what it makes.
 *
 * @param root made when something is first put there
 */
public record DataFolder(Path root) {

  /** The sample images. */
  public Path sky() {
    return root.resolve("sample-sky");
  }

  /** The thumbnail cache, unless the environment names another place. */
  public Path thumbnails() {
    return root.resolve("thumbnails");
  }
}
