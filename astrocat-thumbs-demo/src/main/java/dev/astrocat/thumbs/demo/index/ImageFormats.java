package dev.astrocat.thumbs.demo.index;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which file names are images, by what the decoders say they read. Immutable.
 *
 * @param extensions lower case, without the first dot; some have one inside: {@code fits.gz}
 */
record ImageFormats(Set<String> extensions) {

  /** Extensions that mean the same format as another one. */
  private static final Map<String, String> SAME =
      Map.ofEntries(
          Map.entry("fit", "FITS"),
          Map.entry("fts", "FITS"),
          Map.entry("fz", "FITS"),
          Map.entry("jpg", "JPEG"),
          Map.entry("jpe", "JPEG"),
          Map.entry("jfif", "JPEG"),
          Map.entry("tif", "TIFF"),
          Map.entry("btf", "TIFF"),
          Map.entry("tf8", "TIFF"),
          Map.entry("apng", "PNG"),
          Map.entry("dib", "BMP"));

  ImageFormats {
    extensions = Set.copyOf(extensions);
  }

  /** The extension that makes a file an image: {@code fits.gz} of {@code M31.2.FITS.GZ}. */
  Optional<String> extension(String fileName) {
    String lower = fileName.toLowerCase(Locale.ROOT);
    int last = lower.lastIndexOf('.');
    int before = last < 1 ? -1 : lower.lastIndexOf('.', last - 1);
    return Optional.of(before)
        .filter(dot -> dot > 0)
        .map(dot -> lower.substring(dot + 1))
        .filter(extensions::contains)
        .or(
            () ->
                Optional.of(last)
                    .filter(dot -> dot > 0)
                    .map(dot -> lower.substring(dot + 1))
                    .filter(extensions::contains));
  }

  /** The format that an extension tells: {@code FITS} of {@code fit.gz}, {@code CR2}. */
  static String format(String extension) {
    int dot = extension.indexOf('.');
    String inner = dot < 0 ? extension : extension.substring(0, dot);
    return SAME.getOrDefault(inner, inner.toUpperCase(Locale.ROOT));
  }
}
