package dev.astrocat.thumbs.formats.raw.libraw;

import dev.astrocat.thumbs.formats.raw.engine.RawFrame;
import dev.astrocat.thumbs.formats.raw.engine.RawRefusal;

/**
 * Each 2x2 block of a Bayer mosaic becomes one pixel: its red, its blue and the mean of its two
 * greens. A last odd row or column has no block and is left out. One thread at a time.
 */
final class BayerSuperpixel {

  private final CameraColors colors;
  private final MosaicRow top;
  private final MosaicRow bottom;

  /** For each colour, which of the rows and which column of a block it is in. */
  private final MosaicRow[] rowOf;

  private final int[] columnOf = new int[4];

  private BayerSuperpixel(Mosaic mosaic, CameraColors colors) {
    this.colors = colors;
    top = new MosaicRow(mosaic);
    bottom = new MosaicRow(mosaic);
    rowOf = new MosaicRow[] {top, top, bottom, bottom};
    for (int i = 0; i < 4; i++) {
      int color = mosaic.filters().color(i / 2, i % 2);
      rowOf[color] = i < 2 ? top : bottom;
      columnOf[color] = i % 2;
    }
  }

  static RawFrame of(Mosaic mosaic, CameraColors colors, Subject subject) throws RawRefusal {
    int width = mosaic.width() / 2;
    int height = mosaic.height() / 2;
    short[] planes = Samples.allocate(width, height, 3);
    BayerSuperpixel blocks = new BayerSuperpixel(mosaic, colors);
    for (int y = 0; y < height; y++) {
      blocks.top.read(2 * y);
      blocks.bottom.read(2 * y + 1);
      blocks.store(planes, y * width, width);
    }
    return subject.frame(width, height, 3, planes, "superpixel " + mosaic.filters());
  }

  private void store(short[] planes, int start, int width) {
    MosaicRow reds = rowOf[0];
    MosaicRow greens = rowOf[1];
    MosaicRow blues = rowOf[2];
    MosaicRow otherGreens = rowOf[3];
    int red = columnOf[0];
    int green = columnOf[1];
    int blue = columnOf[2];
    int otherGreen = columnOf[3];
    for (int x = 0; x < width; x++) {
      float bothGreens =
          colors.balanced(greens.light(2 * x + green), 1)
              + colors.balanced(otherGreens.light(2 * x + otherGreen), 3);
      colors.store(
          colors.balanced(reds.light(2 * x + red), 0),
          bothGreens / 2,
          colors.balanced(blues.light(2 * x + blue), 2),
          planes,
          start + x);
    }
  }
}
