package dev.astrocat.thumbs.demo.library;

import java.util.Locale;
import java.util.Set;

/** Which file names are worth a look: extensions of image formats, decoders present or not. */
final class ImageNames {

  private static final Set<String> EXTENSIONS =
      Set.of(
          "fits", "fit", "fts", "fz", "xisf", // astronomy
          "cr2", "cr3", "crw", "nef", "arw", "dng", "raf", "orf", "rw2", "pef", // cameras
          "tif", "tiff", "jpg", "jpeg", "png", "webp", "gif", "bmp");
  private static final Set<String> FITS = Set.of("fits", "fit", "fts");
  private static final String GZIP = ".gz";

  private ImageNames() {}

  static boolean isImage(String name) {
    return !name.startsWith(".") && EXTENSIONS.contains(format(name));
  }

  /** The extension that tells the format, in lower case: {@code fits} of {@code A.FITS.gz}. */
  static String format(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(GZIP)) {
      String inner = extension(lower.substring(0, lower.length() - GZIP.length()));
      return FITS.contains(inner) ? inner : "gz";
    }
    return extension(lower);
  }

  private static String extension(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
