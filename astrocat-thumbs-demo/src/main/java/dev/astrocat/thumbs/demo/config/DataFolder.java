package dev.astrocat.thumbs.demo.config;

import java.nio.file.Path;

/**
 * Where the demo keeps what it makes. Immutable.
 *
 * @param root made when something is first put there
 */
public record DataFolder(Path root) {

  /** The sample images. */
  public Path sky() {
    return root.resolve("sample-sky");
  }

  /** The thumbnail cache, unless another place is named or usual. */
  public Path thumbnails() {
    return root.resolve("thumbnails");
  }

  /** The embedded database: the name before its extension. */
  public Path database() {
    return root.resolve("database").resolve("astrocat");
  }
}
