package dev.astrocat.thumbs.cache;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How many thumbnails a cache holds; nothing else that lies beside them is counted. Immutable.
 *
 * @param count number of thumbnails
 * @param sizeBytes their sizes together
 */
public record CacheStatistics(long count, long sizeBytes) {

  /** Of a cache without thumbnails. */
  public static final CacheStatistics NONE = new CacheStatistics(0, 0);

  private static final BigDecimal MEBIBYTE = BigDecimal.valueOf(1L << 20);

  /**
   * The size in mebibytes, with two digits behind the point, as Python's {@code round} gives it.
   */
  public double sizeMb() {
    return BigDecimal.valueOf(sizeBytes)
        .divide(MEBIBYTE)
        .setScale(2, RoundingMode.HALF_EVEN)
        .doubleValue();
  }
}
