package dev.astrocat.thumbs;

/** What the cache holds for a request. */
public enum Shelved {
  /** A thumbnail of the source's present bytes, or of a source that cannot be reached. */
  CURRENT,
  /** A thumbnail of bytes that the source no longer has, or one that was made in another way. */
  STALE,
  /** Nothing that could be served. */
  MISSING,
  /**
   * The memory of an attempt on the source's present bytes that failed for good, perhaps beside a
   * thumbnail of earlier ones.
   */
  FAILED
}
