package dev.astrocat.thumbs.formats.raw.libraw;

import dev.astrocat.thumbs.formats.raw.engine.RawFrame;
import dev.astrocat.thumbs.formats.raw.engine.RawRefusal;

/**
 * Each 2x2 block of a Bayer mosaic becomes one pixel: its red, its blue and the mean of its two
 * greens. A last odd row or column has no block and is left out. One thread at a time.
 */
final class BayerSuperpixel {

  private final CameraColors colors;

  /** The rows of a block, where each colour's samples are, and at which of the block's columns. */
  private final int[][] rows;

  private final int[][] rowOf = new int[4][];
  private final int[] columnOf = new int[4];

  private BayerSuperpixel(Mosaic mosaic, CameraColors colors) {
    this.colors = colors;
    rows = new int[2][mosaic.width()];
    int firstGreen = -1;
    for (int i = 0; i < 4; i++) {
      int color = mosaic.filters().color(i / 2, i % 2);
      // Some patterns name both greens alike.
      int slot = color % 2 == 0 ? color : firstGreen < 0 ? 1 : 3;
      firstGreen = slot == 1 ? color : firstGreen;
      rowOf[slot] = rows[i / 2];
      columnOf[slot] = i % 2;
    }
  }

  static RawFrame of(Mosaic mosaic, CameraColors colors, Subject subject) throws RawRefusal {
    int width = mosaic.width() / 2;
    int height = mosaic.height() / 2;
    short[] planes = Samples.allocate(width, height, 3);
    BayerSuperpixel blocks = new BayerSuperpixel(mosaic, colors);
    for (int y = 0; y < height; y++) {
      mosaic.readRow(2 * y, blocks.rows[0]);
      mosaic.readRow(2 * y + 1, blocks.rows[1]);
      blocks.store(planes, y * width, width);
    }
    return subject.frame(width, height, 3, planes, "superpixel " + mosaic.filters());
  }

  private void store(short[] planes, int start, int width) {
    int[] red = rowOf[0];
    int[] green = rowOf[1];
    int[] blue = rowOf[2];
    int[] otherGreen = rowOf[3];
    for (int x = 0; x < width; x++) {
      int column = 2 * x;
      float greens =
          colors.balanced(green[column + columnOf[1]], 1)
              + colors.balanced(otherGreen[column + columnOf[3]], 3);
      colors.store(
          colors.balanced(red[column + columnOf[0]], 0),
          greens / 2,
          colors.balanced(blue[column + columnOf[2]], 2),
          planes,
          start + x);
    }
  }
}
