package dev.astrocat.thumbs.render;

/**
 * The size of a thumbnail: as large as fits into a square, in the picture's shape, never enlarged.
 *
 * @param width columns
 * @param height rows
 */
record TargetSize(int width, int height) {

  /** Boxes of 2,048 x 2,048 pixels are the largest square ones whose sums of levels fit an int. */
  static final int MAX_REDUCTION = 2048;

  /**
   * The size that Pillow's {@code Image.thumbnail} chooses: the shorter side is the whole number
   * below or above the exact one whose shape is nearer to the picture's.
   */
  static TargetSize of(int width, int height, int max) {
    if (width <= max && height <= max) {
      return new TargetSize(width, height);
    }
    double aspect = (double) width / height;
    if (aspect <= 1) {
      double exact = max * aspect;
      return new TargetSize(nearer(exact, n -> Math.abs(aspect - n / max)), max);
    }
    double exact = max / aspect;
    return new TargetSize(max, nearer(exact, n -> n == 0 ? 0 : Math.abs(aspect - max / n)));
  }

  /** With width and height changed for each other. */
  TargetSize transposed() {
    return new TargetSize(/* width= */ height, /* height= */ width);
  }

  private static int nearer(double exact, java.util.function.DoubleUnaryOperator error) {
    double below = Math.floor(exact);
    double above = Math.ceil(exact);
    double best = error.applyAsDouble(below) <= error.applyAsDouble(above) ? below : above;
    return (int) Math.max(best, 1);
  }

  /**
   * By how much a side may be reduced by whole boxes and still be twice as long as wanted; at most
   * {@value #MAX_REDUCTION}, and the resampling does the rest.
   */
  static int reduction(int length, int wanted) {
    return Math.max(1, Math.min(MAX_REDUCTION, (int) (length / (double) wanted / 2.0)));
  }
}
