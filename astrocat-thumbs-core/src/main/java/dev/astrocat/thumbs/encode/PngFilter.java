package dev.astrocat.thumbs.encode;

/**
 * Filters rows before they are compressed (PNG, third edition, section 9): each row by that of the
 * five filters whose residuals have the smallest sum of magnitudes. One thread at a time.
 */
final class PngFilter {

  private static final int FILTERS = 5;

  private final byte[] pixels;
  private final int rowBytes;
  private final int pixelBytes;
  private final byte[][] candidates;

  PngFilter(byte[] pixels, int rowBytes, int pixelBytes) {
    this.pixels = pixels;
    this.rowBytes = rowBytes;
    this.pixelBytes = pixelBytes;
    candidates = new byte[FILTERS][rowBytes + 1];
    for (int filter = 0; filter < FILTERS; filter++) {
      candidates[filter][0] = (byte) filter;
    }
  }

  /** A row behind the number of its filter; valid until the next call. */
  byte[] row(int row) {
    int[] costs = filter(row * rowBytes, row > 0);
    int best = 0;
    for (int filter = 1; filter < FILTERS; filter++) {
      best = costs[filter] < costs[best] ? filter : best;
    }
    return candidates[best];
  }

  private int[] filter(int start, boolean hasRowAbove) {
    int none = 0;
    int sub = 0;
    int up = 0;
    int average = 0;
    int paeth = 0;
    for (int i = 0; i < rowBytes; i++) {
      boolean hasLeft = i >= pixelBytes;
      int x = pixels[start + i] & 0xFF;
      int left = hasLeft ? pixels[start + i - pixelBytes] & 0xFF : 0;
      int above = hasRowAbove ? pixels[start + i - rowBytes] & 0xFF : 0;
      int corner = hasLeft && hasRowAbove ? pixels[start + i - rowBytes - pixelBytes] & 0xFF : 0;
      none += put(0, i, x);
      sub += put(1, i, x - left);
      up += put(2, i, x - above);
      average += put(3, i, x - (left + above) / 2);
      paeth += put(4, i, x - nearest(left, above, corner));
    }
    return new int[] {none, sub, up, average, paeth};
  }

  private int put(int filter, int at, int residual) {
    byte value = (byte) residual;
    candidates[filter][at + 1] = value;
    return Math.abs(value);
  }

  /** The Paeth predictor (section 9.4): the neighbour nearest to {@code left + above - corner}. */
  private static int nearest(int left, int above, int corner) {
    int toLeft = Math.abs(above - corner);
    int toAbove = Math.abs(left - corner);
    int toCorner = Math.abs(left + above - 2 * corner);
    if (toLeft <= toAbove && toLeft <= toCorner) {
      return left;
    }
    return toAbove <= toCorner ? above : corner;
  }
}
