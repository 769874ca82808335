package dev.astrocat.thumbs.render;

import dev.astrocat.thumbs.decode.RowBand;
import dev.astrocat.thumbs.measure.exact.KeyCells;
import dev.astrocat.thumbs.measure.exact.SampleKeys;

/**
 * Levels of samples of 32 bits by a table over cells of their keys. Where a level's threshold goes
 * through a cell, and above the last one, {@link KeyLevels} is asked. Immutable.
 */
final class IntLevels {

  /** Level of a cell whose samples must be looked at one by one. */
  private static final short LOOK = -1;

  private static final int CELLS = 1 << 16;

  private final SampleKeys keys;
  private final KeyLevels levels;
  private final KeyCells cells;
  private final short[] table = new short[CELLS + 2];

  /** The table of an image whose keys are all ints. */
  IntLevels(SampleKeys keys, KeyLevels levels) {
    this.keys = keys;
    this.levels = levels;
    long width = 1L << levels.shift();
    long low = Math.max(levels.firstSeen(), Integer.MIN_VALUE + width);
    cells = new KeyCells(keys, low, levels.shift(), CELLS);
    table[0] = low == levels.firstSeen() ? 0 : LOOK;
    for (int i = 1; i <= CELLS; i++) {
      table[i] = levelOf(low + (i - 1) * width, low + i * width - 1);
    }
    table[CELLS + 1] = LOOK;
  }

  private short levelOf(long low, long high) {
    boolean holdsBlank =
        keys.blank().isPresent()
            && keys.blank().getAsLong() >= low
            && keys.blank().getAsLong() <= high;
    int level = levels.of(low);
    return levels.of(high) == level && !holdsBlank ? (short) level : LOOK;
  }

  /** Writes levels to {@code row} from {@code at} on; the buffer is of {@code count} at least. */
  void of(RowBand band, int channel, int from, int count, byte[] row, int at, int[] buffer) {
    cells.of(band, channel, from, count, buffer);
    int open = lookUp(count, row, at, buffer);
    for (int i = 0; i < open; i++) {
      int place = buffer[i];
      row[at + place] = (byte) levels.of(keys.ofInt(band, channel, from + place));
    }
  }

  /** Replaces cells, from the start on, by the places that must be looked at. */
  private int lookUp(int count, byte[] row, int at, int[] buffer) {
    int open = 0;
    for (int i = 0; i < count; i++) {
      int level = table[buffer[i]];
      row[at + i] = (byte) level;
      if (level < 0) {
        buffer[open++] = i;
      }
    }
    return open;
  }
}
