package dev.astrocat.thumbs.render;

import dev.astrocat.thumbs.bands.Blocks;

/**
 * Sums of looked-up levels of {@code byte} samples over boxes of columns. There is a loop for each
 * usual length of box, two boxes a turn: C2 keeps both sums in registers and drops the checks of
 * the array bounds, which takes a third off the time.
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

  private static int box1(byte[] s, int i, byte[] levels) {
    return levels[s[i] & 0xFF] & 0xFF;
  }

  private static void by1(byte[] s, int at, byte[] levels, int from, int end, int[] sums) {
    int x = from;
    int i = at;
    for (; x < end - 1; x += 2, i += 2) {
      int one = box1(s, i, levels);
      int two = box1(s, i + 1, levels);
      sums[x] += one;
      sums[x + 1] += two;
    }
    if (x < end) {
      sums[x] += box1(s, i, levels);
    }
  }

  private static int box2(byte[] s, int i, byte[] levels) {
    return (levels[s[i] & 0xFF] & 0xFF) + (levels[s[i + 1] & 0xFF] & 0xFF);
  }

  private static void by2(byte[] s, int at, byte[] levels, int from, int end, int[] sums) {
    int x = from;
    int i = at;
    for (; x < end - 1; x += 2, i += 4) {
      int one = box2(s, i, levels);
      int two = box2(s, i + 2, levels);
      sums[x] += one;
      sums[x + 1] += two;
    }
    if (x < end) {
      sums[x] += box2(s, i, levels);
    }
  }

  private static int box3(byte[] s, int i, byte[] levels) {
    return (levels[s[i] & 0xFF] & 0xFF)
        + (levels[s[i + 1] & 0xFF] & 0xFF)
        + (levels[s[i + 2] & 0xFF] & 0xFF);
  }

  private static void by3(byte[] s, int at, byte[] levels, int from, int end, int[] sums) {
    int x = from;
    int i = at;
    for (; x < end - 1; x += 2, i += 6) {
      int one = box3(s, i, levels);
      int two = box3(s, i + 3, levels);
      sums[x] += one;
      sums[x + 1] += two;
    }
    if (x < end) {
      sums[x] += box3(s, i, levels);
    }
  }

  private static int box4(byte[] s, int i, byte[] levels) {
    return (levels[s[i] & 0xFF] & 0xFF)
        + (levels[s[i + 1] & 0xFF] & 0xFF)
        + (levels[s[i + 2] & 0xFF] & 0xFF)
        + (levels[s[i + 3] & 0xFF] & 0xFF);
  }

  private static void by4(byte[] s, int at, byte[] levels, int from, int end, int[] sums) {
    int x = from;
    int i = at;
    for (; x < end - 1; x += 2, i += 8) {
      int one = box4(s, i, levels);
      int two = box4(s, i + 4, levels);
      sums[x] += one;
      sums[x + 1] += two;
    }
    if (x < end) {
      sums[x] += box4(s, i, levels);
    }
  }

  private static int box5(byte[] s, int i, byte[] levels) {
    return (levels[s[i] & 0xFF] & 0xFF)
        + (levels[s[i + 1] & 0xFF] & 0xFF)
        + (levels[s[i + 2] & 0xFF] & 0xFF)
        + (levels[s[i + 3] & 0xFF] & 0xFF)
        + (levels[s[i + 4] & 0xFF] & 0xFF);
  }

  private static void by5(byte[] s, int at, byte[] levels, int from, int end, int[] sums) {
    int x = from;
    int i = at;
    for (; x < end - 1; x += 2, i += 10) {
      int one = box5(s, i, levels);
      int two = box5(s, i + 5, levels);
      sums[x] += one;
      sums[x + 1] += two;
    }
    if (x < end) {
      sums[x] += box5(s, i, levels);
    }
  }

  private static int box6(byte[] s, int i, byte[] levels) {
    return (levels[s[i] & 0xFF] & 0xFF)
        + (levels[s[i + 1] & 0xFF] & 0xFF)
        + (levels[s[i + 2] & 0xFF] & 0xFF)
        + (levels[s[i + 3] & 0xFF] & 0xFF)
        + (levels[s[i + 4] & 0xFF] & 0xFF)
        + (levels[s[i + 5] & 0xFF] & 0xFF);
  }

  private static void by6(byte[] s, int at, byte[] levels, int from, int end, int[] sums) {
    int x = from;
    int i = at;
    for (; x < end - 1; x += 2, i += 12) {
      int one = box6(s, i, levels);
      int two = box6(s, i + 6, levels);
      sums[x] += one;
      sums[x + 1] += two;
    }
    if (x < end) {
      sums[x] += box6(s, i, levels);
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
