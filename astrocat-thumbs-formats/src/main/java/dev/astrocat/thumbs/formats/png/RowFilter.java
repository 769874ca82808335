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
   * @param count bytes of the row, a multiple of {@code step}
   * @param step bytes of a pixel, at least 1
   */
  static void undo(byte[] rows, int at, int above, int count, int step) {
    switch (rows[at - 1]) {
      case 0 -> {}
      case 1 -> sub(rows, at, count, step);
      case 2 -> up(rows, at, above, count);
      case 3 -> AverageFilter.undo(rows, at, above, count, step);
      case 4 -> PaethFilter.undo(rows, at, above, count, step);
      default -> throw DecodeException.malformed("PNG: filter type " + (rows[at - 1] & 0xFF));
    }
  }

  /** Byte after byte of a pixel: what is to the left stays in a register. */
  private static void sub(byte[] rows, int at, int count, int step) {
    for (int b = 0; b < step; b++) {
      int left = 0;
      for (int i = at + b; i < at + count; i += step) {
        left += rows[i];
        rows[i] = (byte) left;
      }
    }
  }

  /** Eight bytes at once: the sum of the low bits, and the highest bit by exclusive or. */
  private static void up(byte[] rows, int at, int above, int count) {
    int i = 0;
    for (; i <= count - Long.BYTES; i += Long.BYTES) {
      long a = (long) LONG.get(rows, at + i);
      long b = (long) LONG.get(rows, above + i);
      LONG.set(rows, at + i, ((a & LOW_BITS) + (b & LOW_BITS)) ^ ((a ^ b) & ~LOW_BITS));
    }
    for (; i < count; i++) {
      rows[at + i] += rows[above + i];
    }
  }
}
