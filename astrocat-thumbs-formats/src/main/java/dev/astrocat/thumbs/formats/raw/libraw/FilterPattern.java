package dev.astrocat.thumbs.formats.raw.libraw;

/**
 * The colours of the filters over the sensor, repeating from the visible part's first pixel.
 * Immutable.
 */
final class FilterPattern {

  /** LibRaw's names for patterns that its 32 bits cannot hold. */
  private static final int LEAF_16_BY_16 = 1;

  private static final int X_TRANS = 9;

  private final int rows;
  private final int columns;

  /** 0 red, 1 green, 2 blue, 3 the green of the other rows; row by row. */
  private final byte[] colors;

  FilterPattern(int rows, int columns, byte[] colors) {
    this.rows = rows;
    this.columns = columns;
    this.colors = colors;
  }

  static FilterPattern of(RawFile raw) {
    return switch (raw.filters()) {
      case 0 -> new FilterPattern(1, 1, new byte[1]);
      case LEAF_16_BY_16 -> read(raw, 16, 16);
      case X_TRANS -> read(raw, 6, 6);
      default -> read(raw, 8, 2);
    };
  }

  private static FilterPattern read(RawFile raw, int rows, int columns) {
    byte[] colors = new byte[rows * columns];
    for (int i = 0; i < colors.length; i++) {
      colors[i] = (byte) (raw.filterColor(i / columns, i % columns) & 3);
    }
    return new FilterPattern(rows, columns, colors);
  }

  int rows() {
    return rows;
  }

  int columns() {
    return columns;
  }

  int color(int row, int column) {
    return colors[row % rows * columns + column % columns];
  }

  boolean isMonochrome() {
    return colors.length == 1;
  }

  /** Whether each 2x2 block is the same, of one red, one blue and the two greens. */
  boolean isBayer() {
    for (int i = 0; i < colors.length; i++) {
      if (colors[i] != color(i / columns % 2, i % columns % 2)) {
        return false;
      }
    }
    int seen = 0;
    for (int i = 0; i < 4; i++) {
      seen |= 1 << color(i / 2, i % 2);
    }
    return columns == 2 && seen == 0b1111;
  }

  /** Whether each 3x3 block has all three colours. */
  boolean isXTrans() {
    for (int block = 0; block < 4; block++) {
      int[] counts = counts(block / 2 * 3, block % 2 * 3, 3);
      if (rows != 6 || counts[0] == 0 || counts[1] == 0 || counts[2] == 0) {
        return false;
      }
    }
    return true;
  }

  /** How often red, green and blue are in a square. */
  int[] counts(int firstRow, int firstColumn, int side) {
    int[] counts = new int[3];
    for (int i = 0; i < side * side; i++) {
      int color = color(firstRow + i / side, firstColumn + i % side);
      counts[color == 3 ? 1 : color]++;
    }
    return counts;
  }

  /** The first 2x2 block in letters, such as {@code RGGB}. */
  @Override
  public String toString() {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      letters.append("RGBG".charAt(color(i / 2, i % 2)));
    }
    return letters.toString();
  }
}
