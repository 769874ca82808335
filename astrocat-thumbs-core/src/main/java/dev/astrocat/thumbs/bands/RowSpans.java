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

  /** The first line that begins at a row or behind it; {@link #count()} for none. */
  default int firstLineFrom(int row) {
    int low = 0;
    int high = count();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (first(middle) >= row) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
