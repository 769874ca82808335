package dev.astrocat.thumbs.bands;

/**
 * Which rows of an image a picture's lines are made of. Neither the first rows nor the ends of
 * successive lines go back; two lines may share a row. Immutable.
 */
public interface RowSpans {

  /** Number of lines. */
  int count();

  /** First row of a line. */
  int first(int line);

  /** The row behind the last one of a line. */
  int end(int line);
}
