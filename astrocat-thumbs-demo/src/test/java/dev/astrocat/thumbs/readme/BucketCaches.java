package dev.astrocat.thumbs.readme;

import dev.astrocat.thumbs.cache.CachedFile;
import dev.astrocat.thumbs.cache.ObjectCache;
import dev.astrocat.thumbs.cache.ThumbnailCache;

/** The cache of the README. */
// snippet
record BucketCaches(Bucket bucket) {

  ThumbnailCache cache() {
    return new ObjectCache(
        bucket::get,
        bucket::put,
        bucket::remove,
        () -> bucket.list().map(o -> new CachedFile(o.key(), o.sizeBytes(), o.modified())));
  }
}
// end
