package dev.astrocat.thumbs.formats.tiff;

/**
 * Turns the colour samples of a row, in place, into grey or into red, green and blue of the same
 * range. Arithmetic in double, which is exact for integers of up to 32 bits. Stateless.
 */
@FunctionalInterface
interface RowColour {

  /**
   * Converts a row.
   *
   * @param row one array per sample of a pixel, at least three
   * @param width used length of the arrays
   */
  void apply(double[][] row, int width);

  /** One conversion after another. */
  default RowColour then(RowColour next) {
    return (row, width) -> {
      apply(row, width);
      next.apply(row, width);
    };
  }
}
