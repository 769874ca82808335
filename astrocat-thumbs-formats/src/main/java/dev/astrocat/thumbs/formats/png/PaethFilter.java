package dev.astrocat.thumbs.formats.png;

/** Filter 4: each byte was stored less the nearest of its three neighbours (section 9.4). */
final class PaethFilter {

  private PaethFilter() {}

  /**
   * Reverses it. Left, above and upper left are read back from the array: the bytes of a pixel do
   * not depend on each other and keep the processor as busy as when they are held in registers.
   */
  static void undo(byte[] rows, int at, int above, int count, int step) {
    int up = above - at;
    for (int i = at; i < at + step; i++) {
      rows[i] += rows[i + up]; // left and upper left are 0
    }
    for (int i = at + step; i < at + count; i++) {
      rows[i] += (byte) nearest(rows[i - step], rows[i + up], rows[i + up - step]);
    }
  }

  /**
   * Whichever of left, above and upper left is nearest to {@code left + above - upperLeft}, in this
   * order; of each only the low 8 bits count. Compared without branches, which real pixels would
   * make unpredictable: {@code 3 * upperLeft - left - above} lies at or above the larger of the two
   * neighbours where the smaller is nearest, and at or below the smaller where the larger is.
   */
  private static int nearest(int left, int above, int upperLeft) {
    int a = left & 0xFF;
    int b = above & 0xFF;
    int c = upperLeft & 0xFF;
    int bound = 3 * c - a - b;
    int low = Math.min(a, b);
    int high = Math.max(a, b);
    int lowOrCorner = low ^ ((low ^ c) & ((bound - high) >> 31));
    return high ^ ((high ^ lowOrCorner) & ((low - bound) >> 31));
  }
}
