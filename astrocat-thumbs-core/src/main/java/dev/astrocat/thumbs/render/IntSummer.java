package dev.astrocat.thumbs.render;

import dev.astrocat.thumbs.bands.Blocks;
import dev.astrocat.thumbs.decode.RowBand;

/** Levels of samples of 32 bits, by a table. Holds buffers: one thread at a time. */
final class IntSummer implements LevelSummer {

  /** Samples that are looked up at a time, to stay in the nearest cache. */
  private static final int CHUNK = 2048;

  private final IntLevels levels;
  private final int[] buffer = new int[CHUNK];
  private final byte[] row;

  IntSummer(IntLevels levels, int width) {
    this.levels = levels;
    this.row = new byte[width];
  }

  @Override
  public void add(RowBand band, int channel, int bandRow, Blocks columns, int[] sums) {
    levels(band, channel, bandRow, row);
    ByteBoxes.add(row, 0, ByteBoxes.SAME, columns, sums);
  }

  @Override
  public void levels(RowBand band, int channel, int bandRow, byte[] found) {
    int width = row.length;
    for (int x = 0; x < width; x += CHUNK) {
      int count = Math.min(CHUNK, width - x);
      levels.of(band, channel, bandRow * width + x, count, found, x, buffer);
    }
  }
}
