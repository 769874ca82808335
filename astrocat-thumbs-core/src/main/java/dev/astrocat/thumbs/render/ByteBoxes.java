package dev.astrocat.thumbs.render;

import dev.astrocat.thumbs.bands.Blocks;

/**
 * Sums of looked-up levels of {@code byte} samples over boxes of columns. Loops of fixed length,
 * one for each usual box, since C2 unrolls only those.
 */
final class ByteBoxes {

  /** Levels that are the samples themselves. */
  static final byte[] SAME = new byte[256];

  static {
    for (int i = 0; i < SAME.length; i++) {
      SAME[i] = (byte) i;
    }
  }

  private ByteBoxes() {}

  static void add(byte[] s, int start, byte[] levels, Blocks columns, int[] sums) {
    int whole = columns.firstWhole();
    int end = columns.endWhole();
    int at = start + columns.first(whole);
    switch (columns.size()) {
      case 1 -> by1(s, at, levels, whole, end, sums);
      case 2 -> by2(s, at, levels, whole, end, sums);
      case 3 -> by3(s, at, levels, whole, end, sums);
      case 4 -> by4(s, at, levels, whole, end, sums);
      case 5 -> by5(s, at, levels, whole, end, sums);
      case 6 -> by6(s, at, levels, whole, end, sums);
      default -> byMore(s, at, levels, columns.size(), whole, end, sums);
    }
    addShorter(s, start, levels, columns, 0, whole, sums);
    addShorter(s, start, levels, columns, end, columns.count(), sums);
  }

  private static void by1(byte[] s, int at, byte[] levels, int from, int end, int[] sums) {
    for (int x = from, i = at; x < end; x++, i += 1) {
      sums[x] += levels[s[i] & 0xFF] & 0xFF;
    }
  }

  private static void by2(byte[] s, int at, byte[] levels, int from, int end, int[] sums) {
    for (int x = from, i = at; x < end; x++, i += 2) {
      sums[x] += (levels[s[i] & 0xFF] & 0xFF) + (levels[s[i + 1] & 0xFF] & 0xFF);
    }
  }

  private static void by3(byte[] s, int at, byte[] levels, int from, int end, int[] sums) {
    for (int x = from, i = at; x < end; x++, i += 3) {
      sums[x] +=
          (levels[s[i] & 0xFF] & 0xFF)
              + (levels[s[i + 1] & 0xFF] & 0xFF)
              + (levels[s[i + 2] & 0xFF] & 0xFF);
    }
  }

  private static void by4(byte[] s, int at, byte[] levels, int from, int end, int[] sums) {
    for (int x = from, i = at; x < end; x++, i += 4) {
      sums[x] +=
          (levels[s[i] & 0xFF] & 0xFF)
              + (levels[s[i + 1] & 0xFF] & 0xFF)
              + (levels[s[i + 2] & 0xFF] & 0xFF)
              + (levels[s[i + 3] & 0xFF] & 0xFF);
    }
  }

  private static void by5(byte[] s, int at, byte[] levels, int from, int end, int[] sums) {
    for (int x = from, i = at; x < end; x++, i += 5) {
      sums[x] +=
          (levels[s[i] & 0xFF] & 0xFF)
              + (levels[s[i + 1] & 0xFF] & 0xFF)
              + (levels[s[i + 2] & 0xFF] & 0xFF)
              + (levels[s[i + 3] & 0xFF] & 0xFF)
              + (levels[s[i + 4] & 0xFF] & 0xFF);
    }
  }

  private static void by6(byte[] s, int at, byte[] levels, int from, int end, int[] sums) {
    for (int x = from, i = at; x < end; x++, i += 6) {
      sums[x] +=
          (levels[s[i] & 0xFF] & 0xFF)
              + (levels[s[i + 1] & 0xFF] & 0xFF)
              + (levels[s[i + 2] & 0xFF] & 0xFF)
              + (levels[s[i + 3] & 0xFF] & 0xFF)
              + (levels[s[i + 4] & 0xFF] & 0xFF)
              + (levels[s[i + 5] & 0xFF] & 0xFF);
    }
  }

  private static void byMore(
      byte[] s, int at, byte[] levels, int size, int from, int end, int[] sums) {
    for (int x = from, i = at; x < end; x++, i += size) {
      int sum = 0;
      for (int k = 0; k < size; k++) {
        sum += levels[s[i + k] & 0xFF] & 0xFF;
      }
      sums[x] += sum;
    }
  }

  private static void addShorter(
      byte[] s, int start, byte[] levels, Blocks columns, int from, int end, int[] sums) {
    for (int x = from; x < end; x++) {
      for (int i = columns.first(x); i < columns.first(x + 1); i++) {
        sums[x] += levels[s[start + i] & 0xFF] & 0xFF;
      }
    }
  }
}
