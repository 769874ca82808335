package dev.astrocat.thumbs.render;

import dev.astrocat.thumbs.bands.Blocks;
import dev.astrocat.thumbs.decode.RowBand;

/**
 * Turns samples of one channel into levels 0..255 by its tone curve and adds them up in boxes of
 * columns: the innermost loop of rendering. One thread at a time.
 */
interface LevelSummer {

  /**
   * Adds one row to the sums.
   *
   * @param row row of the band
   * @param columns how the row is cut into boxes
   * @param sums one sum a box
   */
  void add(RowBand band, int channel, int row, Blocks columns, int[] sums);

  /**
   * Writes the levels of one row.
   *
   * @param row row of the band
   * @param levels one level a column
   */
  void levels(RowBand band, int channel, int row, byte[] levels);
}
