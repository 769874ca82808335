package dev.astrocat.thumbs.render;

import dev.astrocat.thumbs.bands.Blocks;
import dev.astrocat.thumbs.decode.RowBand;
import dev.astrocat.thumbs.measure.exact.SampleKeys;

/** Levels of samples of 64 bits, by their keys. Holds buffers: one thread at a time. */
final class KeySummer implements LevelSummer {

  private final SampleKeys keys;
  private final KeyLevels levels;
  private final long[] rowKeys;
  private final byte[] row;

  KeySummer(SampleKeys keys, KeyLevels levels, int width) {
    this.keys = keys;
    this.levels = levels;
    this.rowKeys = new long[width];
    this.row = new byte[width];
  }

  @Override
  public void add(RowBand band, int channel, int bandRow, Blocks columns, int[] sums) {
    levels(band, channel, bandRow, row);
    ByteBoxes.add(row, 0, ByteBoxes.SAME, columns, sums);
  }

  @Override
  public void levels(RowBand band, int channel, int bandRow, byte[] found) {
    keys.of(band, channel, bandRow * row.length, row.length, rowKeys);
    for (int x = 0; x < rowKeys.length; x++) {
      found[x] = (byte) levels.of(rowKeys[x]);
    }
  }
}
