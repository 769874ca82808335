import org.jspecify.annotations.NullMarked;

/** Thumbnail caches: a folder on disk, and the heap. */
@NullMarked
module dev.astrocat.thumbs.cache {
  requires dev.astrocat.thumbs.core;
  requires org.slf4j;
  requires static org.jspecify;

  exports dev.astrocat.thumbs.cache.disk;
  exports dev.astrocat.thumbs.cache.memory;
}
