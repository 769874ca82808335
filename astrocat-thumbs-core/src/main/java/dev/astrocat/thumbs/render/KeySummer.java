package dev.astrocat.thumbs.render;

import dev.astrocat.thumbs.bands.Blocks;
import dev.astrocat.thumbs.decode.RowBand;
import dev.astrocat.thumbs.measure.exact.SampleKeys;

/** Levels of samples of 32 and 64 bits, by their keys. Holds buffers: one thread at a time. */
final class KeySummer implements LevelSummer {

  private static final int CHUNK = 2048;
  private static final byte[] SAME = new byte[256];

  static {
    for (int i = 0; i < SAME.length; i++) {
      SAME[i] = (byte) i;
    }
  }

  private final SampleKeys keys;
  private final KeyLevels table;
  private final long[] chunk = new long[CHUNK];
  private final byte[] row;

  KeySummer(SampleKeys keys, KeyLevels table, int width) {
    this.keys = keys;
    this.table = table;
    this.row = new byte[width];
  }

  @Override
  public void add(RowBand band, int channel, int bandRow, Blocks columns, int[] sums) {
    int width = band.width();
    for (int from = 0; from < width; from += CHUNK) {
      int count = Math.min(CHUNK, width - from);
      keys.of(band, channel, bandRow * width + from, count, chunk);
      table.of(chunk, count, row, from);
    }
    ByteBoxes.add(row, 0, SAME, columns, sums);
  }
}
