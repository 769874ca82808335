package dev.astrocat.thumbs.formats.png;

import dev.astrocat.thumbs.DecodeException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Turns filtered rows back into samples, in place (section 9.2). The row above must be there, zeros
 * above the first.
 */
final class RowFilter {

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;

  private RowFilter() {}

  /**
   * Reverses the filter of one row.
   *
   * @param at index of the first sample; the filter's type lies before it
   * @param above index of the first sample of the row above
   * @param count bytes of the row
   * @param step bytes of a pixel, at least 1
   */
  static void undo(byte[] rows, int at, int above, int count, int step) {
    switch (rows[at - 1]) {
      case 0 -> {}
      case 1 -> sub(rows, at, count, step);
      case 2 -> up(rows, at, above, count);
      case 3 -> average(rows, at, above, count, step);
      case 4 -> paeth(rows, at, above, count, step);
      default -> throw DecodeException.malformed("PNG: filter type " + (rows[at - 1] & 0xFF));
    }
  }

  private static void sub(byte[] rows, int at, int count, int step) {
    for (int i = at + step; i < at + count; i++) {
      rows[i] += rows[i - step];
    }
  }

  /** Eight bytes at once: the sum of the low bits, and the highest bit by exclusive or. */
  private static void up(byte[] rows, int at, int above, int count) {
    int i = 0;
    for (; i <= count - Long.BYTES; i += Long.BYTES) {
      long a = (long) LONG.get(rows, at + i);
      long b = (long) LONG.get(rows, above + i);
      LONG.set(rows, at + i, (a & LOW_BITS) + (b & LOW_BITS) ^ (a ^ b) & ~LOW_BITS);
    }
    for (; i < count; i++) {
      rows[at + i] += rows[above + i];
    }
  }

  private static void average(byte[] rows, int at, int above, int count, int step) {
    int first = Math.min(step, count);
    for (int i = 0; i < first; i++) {
      rows[at + i] += (byte) ((rows[above + i] & 0xFF) >> 1);
    }
    for (int i = first; i < count; i++) {
      rows[at + i] += (byte) ((rows[at + i - step] & 0xFF) + (rows[above + i] & 0xFF) >> 1);
    }
  }

  private static void paeth(byte[] rows, int at, int above, int count, int step) {
    int first = Math.min(step, count);
    for (int i = 0; i < first; i++) {
      rows[at + i] += rows[above + i];
    }
    for (int i = first; i < count; i++) {
      rows[at + i] +=
          (byte)
              nearest(
                  rows[at + i - step] & 0xFF, rows[above + i] & 0xFF, rows[above + i - step] & 0xFF);
    }
  }

  /**
   * Whichever of left, above and upper left is nearest to {@code left + above - upperLeft}, in this
   * order (section 9.4). Compared without branches, which real pixels would make unpredictable: the
   * two neighbours in order of size, {@code 3 * upperLeft - left - above} lies at or above the
   * larger where the smaller is nearest, and at or below the smaller where the larger is.
   */
  private static int nearest(int left, int above, int upperLeft) {
    int bound = 3 * upperLeft - left - above;
    int low = Math.min(left, above);
    int high = Math.max(left, above);
    int lowOrCorner = low ^ (low ^ upperLeft) & (bound - high) >> 31;
    return high ^ (high ^ lowOrCorner) & (low - bound) >> 31;
  }
}
