package dev.astrocat.thumbs.cache;

import dev.astrocat.thumbs.testing.MapCache;
import dev.astrocat.thumbs.testing.ThumbnailCacheContract;

/** The contract can be kept with its four methods alone. */
final class MapCacheTest extends ThumbnailCacheContract {

  private final MapCache cache = new MapCache();

  @Override
  protected ThumbnailCache cache() {
    return cache;
  }
}
