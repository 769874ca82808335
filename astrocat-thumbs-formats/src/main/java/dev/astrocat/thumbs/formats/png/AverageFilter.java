package dev.astrocat.thumbs.formats.png;

/**
 * Filter 3: each byte was stored less the mean, rounded down, of the same byte to the left and
 * above (section 9.2). The pixel to the left stays in registers.
 */
final class AverageFilter {

  private AverageFilter() {}

  static void undo(byte[] rows, int at, int above, int count, int step) {
    int up = above - at;
    switch (step) {
      case 3 -> threes(rows, at, at + count, up);
      case 4 -> fours(rows, at, at + count, up);
      default -> {
        for (int b = 0; b < step; b++) {
          oneOf(rows, at + b, at + count, up, step);
        }
      }
    }
  }

  private static void oneOf(byte[] rows, int from, int to, int up, int step) {
    int left = 0;
    for (int i = from; i < to; i += step) {
      left = rows[i] + mean(left, rows[i + up]);
      rows[i] = (byte) left;
    }
  }

  private static void threes(byte[] rows, int from, int to, int up) {
    int red = 0;
    int green = 0;
    int blue = 0;
    for (int i = from; i < to; i += 3) {
      red = rows[i] + mean(red, rows[i + up]);
      green = rows[i + 1] + mean(green, rows[i + 1 + up]);
      blue = rows[i + 2] + mean(blue, rows[i + 2 + up]);
      rows[i] = (byte) red;
      rows[i + 1] = (byte) green;
      rows[i + 2] = (byte) blue;
    }
  }

  private static void fours(byte[] rows, int from, int to, int up) {
    int red = 0;
    int green = 0;
    int blue = 0;
    int alpha = 0;
    for (int i = from; i < to; i += 4) {
      red = rows[i] + mean(red, rows[i + up]);
      green = rows[i + 1] + mean(green, rows[i + 1 + up]);
      blue = rows[i + 2] + mean(blue, rows[i + 2 + up]);
      alpha = rows[i + 3] + mean(alpha, rows[i + 3 + up]);
      rows[i] = (byte) red;
      rows[i + 1] = (byte) green;
      rows[i + 2] = (byte) blue;
      rows[i + 3] = (byte) alpha;
    }
  }

  private static int mean(int left, int above) {
    return ((left & 0xFF) + (above & 0xFF)) >> 1;
  }
}
