package dev.astrocat.thumbs.cache.entry;

/** What core keeps in a cache about a source. */
enum EntryKind {
  THUMBNAIL,
  CURVE,
  FAILURE
}
