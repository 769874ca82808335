package dev.astrocat.thumbs.demo.fuzz;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** Files that go to one room of the decoders, told by their names. */
enum Kind {
  /** FITS, packed or not. */
  FITS("fits", "fit", "fts", "fz", "gz", "bz2"),
  /** TIFF. */
  TIFF("tif", "tiff"),
  /** What cameras and the web use. */
  STANDARD("jpg", "jpeg", "png", "gif", "bmp", "webp"),
  /** XISF. */
  XISF("xisf"),
  /** Camera RAW. */
  RAW("dng", "cr2", "cr3", "crw", "nef", "arw", "raf", "orf", "rw2", "pef", "kdc", "srw", "raw"),
  /** Whatever is there. */
  ALL();

  private final Set<String> extensions;

  Kind(String... extensions) {
    this.extensions = Set.of(extensions);
  }

  static Kind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  boolean includes(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return this == ALL || extensions.contains(name.substring(name.lastIndexOf('.') + 1));
  }
}
