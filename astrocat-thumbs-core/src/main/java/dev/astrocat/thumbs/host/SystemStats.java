package dev.astrocat.thumbs.host;

import dev.astrocat.thumbs.cache.CacheStatistics;

/**
 * Where a host keeps figures that its administrators see; optional. Thread-safe; may block. What it
 * throws becomes {@link dev.astrocat.thumbs.ErrorCode#HOST_FAILURE}.
 */
@FunctionalInterface
public interface SystemStats {

  /**
   * Keeps the figures in place of those saved before. Called after a bulk run and after a clear.
   */
  void save(CacheStatistics statistics);
}
