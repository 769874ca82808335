package dev.astrocat.thumbs.formats.fits.tile;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.formats.fits.Header;
import java.util.HashMap;
import java.util.Map;

/**
 * The parameters of a compression algorithm: ZNAMEn and ZVALn (FITS 4.0 section 10.1.2).
 *
 * @param values numbers by name
 */
record Parameters(Map<String, Long> values) {

  private static final int MOST = 999;

  static Parameters of(Header header) {
    Map<String, Long> values = new HashMap<>();
    for (int i = 1; i <= MOST && header.text("ZNAME" + i).isPresent(); i++) {
      String name = header.text("ZNAME" + i).orElseThrow();
      header.integer("ZVAL" + i).ifPresent(value -> values.putIfAbsent(name, value));
    }
    return new Parameters(values);
  }

  long value(String name, long otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  /** A value that must be one of a few. */
  int oneOf(String name, int otherwise, int... allowed) {
    long value = value(name, otherwise);
    for (int candidate : allowed) {
      if (candidate == value) {
        return candidate;
      }
    }
    throw DecodeException.malformed("FITS: compression parameter " + name + " is " + value);
  }
}
