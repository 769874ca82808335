package dev.astrocat.thumbs.render;

import dev.astrocat.thumbs.bands.Blocks;
import dev.astrocat.thumbs.decode.RowBand;
import java.util.List;

/**
 * Adds a row to the boxes of several pictures; its levels are found once. Holds a buffer: one
 * thread at a time.
 */
final class SharedRowSummer implements RowSummer {

  private final LevelSummer levels;
  private final byte[] row;
  private final List<Blocks> columns;

  SharedRowSummer(LevelSummer levels, List<Blocks> columns, int width) {
    this.levels = levels;
    this.row = new byte[width];
    this.columns = columns;
  }

  @Override
  public void add(RowBand band, int channel, int bandRow, int[][] sums) {
    levels.levels(band, channel, bandRow, row);
    for (int p = 0; p < sums.length; p++) {
      ByteBoxes.add(row, 0, ByteBoxes.SAME, columns.get(p), sums[p]);
    }
  }
}
