package dev.astrocat.thumbs.decode;

/** Where the first stored row of a file belongs, as far as the file says. */
public enum RowOrder {
  /** The first stored row is the top of the picture. */
  TOP_DOWN,
  /** The first stored row is the bottom of the picture. */
  BOTTOM_UP,
  /** The file does not say; shown as stored. */
  UNSPECIFIED
}
