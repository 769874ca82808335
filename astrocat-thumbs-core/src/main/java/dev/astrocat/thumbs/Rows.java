package dev.astrocat.thumbs;

/** Which stored row is the top of the picture; what EXIF says is followed in every case. */
public enum Rows {
  /** What the file and the look say. */
  AUTO,
  /** The first stored row. */
  STORED,
  /** The last stored row. */
  FLIPPED
}
