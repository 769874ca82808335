package dev.astrocat.thumbs.decode;

/** Where the first stored row of a file belongs, as far as the file says. */
public enum RowOrder {
  /** The first stored row is the top of the picture. */
  TOP_DOWN,
  /** The first stored row is the bottom of the picture. */
  BOTTOM_UP,
  /** The file does not say; shown as stored. */
  UNSPECIFIED,
  /**
   * The first stored row is the top, yet the documented pipeline shows it at the bottom and ignores
   * {@link ImageInfo#orientation()}: so does the {@code ASTROCAT} look; {@code PIXINSIGHT} shows
   * rows as stored, turned by the orientation. XISF.
   */
  LOOK_DECIDES
}
