package dev.astrocat.thumbs.cache.disk;

import java.io.IOException;
import java.nio.file.Path;

/** Writes an entry whose name has letters beyond ASCII, and finds it again or fails. */
final class FoldedNameWriter {

  static final String NAME = "höhe_a1b2c3d4_thumb.jpg";

  private FoldedNameWriter() {}

  public static void main(String[] folder) throws IOException {
    DiskThumbnailCache cache = DiskThumbnailCache.at(Path.of(folder[0]));
    cache.write(NAME, new byte[] {5});
    if (cache.read(NAME).orElseThrow()[0] != 5) {
      throw new IllegalStateException("another entry was found");
    }
  }
}
