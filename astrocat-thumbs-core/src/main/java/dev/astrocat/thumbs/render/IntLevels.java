package dev.astrocat.thumbs.render;

import dev.astrocat.thumbs.decode.RowBand;
import dev.astrocat.thumbs.measure.exact.KeyCells;
import dev.astrocat.thumbs.measure.exact.SampleKeys;
import java.util.Arrays;

/**
 * Levels of samples of 32 bits by a table over cells of their keys. Where a level's threshold goes
 * through a cell, and above the last one, {@link KeyLevels} is asked. Immutable.
 */
final class IntLevels {

  /** Level of a cell whose samples must be looked at one by one. */
  private static final short LOOK = -1;

  /** Many, so that few samples of a sky lie in cells with a threshold. */
  private static final int CELL_BITS = 18;

  private static final int CELLS = 1 << CELL_BITS;

  private final SampleKeys keys;
  private final KeyLevels levels;
  private final KeyCells cells;
  private final short[] table = new short[CELLS + 2];

  /** The table of an image whose keys are all ints. */
  IntLevels(SampleKeys keys, KeyLevels levels) {
    this.keys = keys;
    this.levels = levels;
    int shift = Math.max(0, levels.shift() + KeyLevels.GUESS_BITS - CELL_BITS);
    long width = 1L << shift;
    long low = Math.max(levels.threshold(1), Integer.MIN_VALUE + width);
    cells = new KeyCells(keys, low, shift, CELLS);
    Arrays.fill(table, LOOK);
    if (low == levels.threshold(1)) {
      table[0] = 0;
    }
    for (int level = 1; level < KeyLevels.LEVELS; level++) {
      // Cell 1 begins at low; those that lie whole between two thresholds are of one level.
      long first = Math.max(1, 1 + ((levels.threshold(level) - low + width - 1) >> shift));
      long end = 1 + ((levels.threshold(level + 1) - low) >> shift);
      if (first < end && first <= CELLS) {
        Arrays.fill(table, (int) first, (int) Math.min(end, CELLS + 1), (short) level);
      }
    }
    keys.blank().ifPresent(blank -> lookAt(1 + ((blank - low) >> shift)));
  }

  private void lookAt(long cell) {
    if (cell >= 1 && cell <= CELLS) {
      table[(int) cell] = LOOK;
    }
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
