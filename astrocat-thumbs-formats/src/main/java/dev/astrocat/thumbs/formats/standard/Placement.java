package dev.astrocat.thumbs.formats.standard;

/**
 * Where a frame of an animation lies on its canvas.
 *
 * @param width columns of the canvas
 * @param height rows of the canvas
 * @param left first column of the frame
 * @param top first row of the frame
 */
record Placement(int width, int height, int left, int top) {

  /** The canvas, made large enough to hold a frame. */
  Placement holding(int frameWidth, int frameHeight) {
    return new Placement(
        Math.max(width, left + frameWidth), Math.max(height, top + frameHeight), left, top);
  }
}
