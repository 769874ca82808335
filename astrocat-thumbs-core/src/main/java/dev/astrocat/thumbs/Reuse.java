package dev.astrocat.thumbs;

/** What of an earlier attempt answers a request; tone curves are reused in any case. */
public enum Reuse {
  /** A kept thumbnail, or the memory that the same bytes could not be decoded. */
  ALL,
  /** A kept thumbnail; what failed is tried again. */
  THUMBNAILS,
  /** Nothing: the thumbnail is made anew and takes the place of the one that is kept. */
  NONE
}
