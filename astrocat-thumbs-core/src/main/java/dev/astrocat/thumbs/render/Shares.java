package dev.astrocat.thumbs.render;

import dev.astrocat.thumbs.bands.RowSpans;

/**
 * A line of pixels cut into equal shares, whose ends may lie inside pixels. All numbers are exact
 * but the weights, which are rounded once. Immutable.
 *
 * @param length pixels
 * @param count shares, not more than pixels
 */
record Shares(int length, int count) implements RowSpans {

  @Override
  public int first(int share) {
    return (int) ((long) share * length / count);
  }

  @Override
  public int end(int share) {
    return (int) (((share + 1L) * length + count - 1) / count);
  }

  /** How much of a pixel belongs to a share: 0 to 1. */
  double weight(int share, int pixel) {
    long from = Math.max((long) pixel * count, (long) share * length);
    long to = Math.min((pixel + 1L) * count, (share + 1L) * length);
    return (double) Math.max(0, to - from) / count;
  }

  /** Length of a share in pixels. */
  double size() {
    return (double) length / count;
  }
}
