package dev.astrocat.thumbs;

/** What to do with the filter mosaic of a colour sensor. */
public enum Demosaic {
  /** Make colour of it where the file names a pattern. */
  ON,
  /** Show the mosaic as it is, grey. */
  OFF
}
