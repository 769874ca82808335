package dev.astrocat.thumbs.formats.raw.libraw;

/**
 * What the sensor reads in the dark: a number for each filter colour, and a pattern of numbers that
 * repeats over the visible part (DNG 1.7 BlackLevelRepeatDim). Immutable.
 */
final class BlackLevel {

  private final FilterPattern filters;
  private final int[] byColor;
  private final int patternRows;
  private final int patternColumns;
  private final int[] pattern;
  private final int[][] rows;

  BlackLevel(FilterPattern filters, int width, int[] byColor, int patternRows, int[] pattern) {
    this.filters = filters;
    this.byColor = byColor;
    this.patternRows = patternRows;
    this.patternColumns = patternRows == 0 ? 0 : pattern.length / patternRows;
    this.pattern = pattern;
    // Without a pattern, rows repeat as the filters do, and are worked out once.
    rows = new int[patternRows == 0 ? filters.rows() : 0][width];
    for (int row = 0; row < rows.length; row++) {
      fill(row, rows[row]);
    }
  }

  static BlackLevel of(RawFile raw, FilterPattern filters, int width) {
    int[] byColor = new int[4];
    for (int color = 0; color < byColor.length; color++) {
      byColor[color] = raw.black(color);
    }
    int[] pattern = new int[raw.blackPatternRows() * raw.blackPatternColumns()];
    for (int i = 0; i < pattern.length; i++) {
      pattern[i] = raw.blackPattern(i);
    }
    return new BlackLevel(filters, width, byColor, raw.blackPatternRows(), pattern);
  }

  /** The black level of a colour, without the pattern. */
  int of(int color) {
    return byColor[color];
  }

  /** The black level of each pixel of a row: in an array to be read alone, or in the given one. */
  int[] row(int row, int[] room) {
    if (patternRows == 0) {
      return rows[row % rows.length];
    }
    fill(row, room);
    return room;
  }

  private void fill(int row, int[] levels) {
    for (int x = 0; x < levels.length; x++) {
      levels[x] = byColor[filters.color(row, x)];
    }
    if (patternRows > 0) {
      int start = row % patternRows * patternColumns;
      for (int x = 0; x < levels.length; x++) {
        levels[x] += pattern[start + x % patternColumns];
      }
    }
  }
}
