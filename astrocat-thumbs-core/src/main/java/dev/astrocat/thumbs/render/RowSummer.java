package dev.astrocat.thumbs.render;

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

  /** The way that is best for these pictures. */
  static RowSummer of(LevelSummer levels, List<BoxPicture> pictures, int width) {
    if (pictures.size() == 1) {
      BoxPicture picture = pictures.get(0);
      return (band, channel, row, sums) ->
          levels.add(band, channel, row, picture.columns(), sums[0]);
    }
    return new SharedRowSummer(levels, pictures, width);
  }
}
