package dev.astrocat.thumbs.measure.exact;

import dev.astrocat.thumbs.decode.RowBand;
import dev.astrocat.thumbs.decode.SampleType;

/**
 * Keys of 32 bits sorted into cells of equal width: cell 0 takes everything below, the last one
 * everything above. C2 works on many samples at once in loops as short as these, over one array,
 * and without calls of min and max; so there are several. Immutable.
 */
public final class KeyCells {

  private final int flip;
  private final int origin;
  private final int shift;
  private final int last;

  /**
   * Cells over a part of the keys.
   *
   * @param keys keys that are ints
   * @param low smallest key of cell 1; at least a cell's width above the smallest int
   * @param shift a cell holds {@code 1 << shift} keys
   * @param count number of cells between the first and the last
   */
  public KeyCells(SampleKeys keys, long low, int shift, int count) {
    this.flip = keys.flip();
    this.origin = Math.toIntExact(low - (1L << shift));
    this.shift = shift;
    this.last = count + 1;
  }

  /** The cell of everything above. */
  public int last() {
    return last;
  }

  /** Writes the cells of {@code count} samples from {@code from} on. */
  public void of(RowBand band, int channel, int from, int count, int[] cells) {
    if (band.type() == SampleType.F32) {
      takeBits(band.floats(channel), from, count, cells);
      order(count, cells);
    } else {
      System.arraycopy(band.ints(channel), from, cells, 0, count);
    }
    takeDistances(flip, origin, count, cells);
    sort(shift, last, count, cells);
  }

  private static void takeBits(float[] s, int from, int count, int[] cells) {
    for (int i = 0; i < count; i++) {
      cells[i] = Float.floatToRawIntBits(s[from + i]);
    }
  }

  private static void order(int count, int[] cells) {
    for (int i = 0; i < count; i++) {
      cells[i] = SampleKeys.ordered(cells[i]);
    }
  }

  /** From a key to how far it is above the origin, as an unsigned number; 0 below. */
  private static void takeDistances(int flip, int origin, int count, int[] cells) {
    for (int i = 0; i < count; i++) {
      int key = cells[i] ^ flip;
      int distance = key - origin;
      // The sign of what follows says key < origin, also where the difference overflows.
      int below = ((key & ~origin) | (~(key ^ origin) & distance)) >> 31;
      cells[i] = distance & ~below;
    }
  }

  /** From a distance to a cell. */
  private static void sort(int shift, int last, int count, int[] cells) {
    for (int i = 0; i < count; i++) {
      int cell = cells[i] >>> shift;
      int missing = last - ((cell | (cell >> 31)) & Integer.MAX_VALUE);
      cells[i] = last - (missing & ~(missing >> 31));
    }
  }
}
