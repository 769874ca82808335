package dev.astrocat.thumbs.render;

import dev.astrocat.thumbs.bands.Blocks;
import dev.astrocat.thumbs.decode.RowBand;
import java.util.List;

/** Adds the levels of a row to the sums of boxes of all pictures. One thread at a time. */
interface RowSummer {

  /**
   * Adds one row of the band.
   *
   * @param sums sums of the boxes of each picture
   */
  void add(RowBand band, int channel, int row, int[][] sums);

  /** The way that is best for pictures with such columns. */
  static RowSummer of(LevelSummer levels, List<Blocks> columns, int width) {
    if (columns.size() == 1) {
      return (band, channel, row, sums) -> levels.add(band, channel, row, columns.get(0), sums[0]);
    }
    return new SharedRowSummer(levels, columns, width);
  }
}
