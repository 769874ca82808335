package dev.astrocat.thumbs.formats.fits.tile;

/**
 * The random numbers that were added to the values of a tile before they were rounded (FITS 4.0
 * section 10.2.1 and appendix I): one table of 10,000, entered at a place that depends on the tile.
 * One thread at a time.
 */
final class DitherSequence {

  private static final int SIZE = 10_000;
  private static final int SPREAD = 500;
  private static final float[] TABLE = table();

  private int start;
  private int next;

  /**
   * The numbers for one tile.
   *
   * @param tile index of the tile, from 0
   * @param seed ZDITHER0, from 1
   */
  DitherSequence(long tile, long seed) {
    this.start = (int) Math.floorMod(tile + seed - 1, (long) SIZE);
    this.next = (int) (TABLE[start] * SPREAD);
  }

  float next() {
    float value = TABLE[next];
    next++;
    if (next == SIZE) {
      start = (start + 1) % SIZE;
      next = (int) (TABLE[start] * SPREAD);
    }
    return value;
  }

  /** Park and Miller's generator; the standard checks that it ends at 1,043,618,065. */
  private static float[] table() {
    float[] table = new float[SIZE];
    long seed = 1;
    for (int i = 0; i < SIZE; i++) {
      seed = seed * 16_807 % 2_147_483_647L;
      table[i] = (float) (seed / 2_147_483_647.0);
    }
    return table;
  }
}
