package dev.astrocat.thumbs.formats.raw.libraw;

import dev.astrocat.thumbs.formats.raw.engine.RawFrame;
import dev.astrocat.thumbs.formats.raw.engine.RawRefusal;
import java.util.Arrays;

/**
 * Each 3x3 block of an X-Trans mosaic becomes one pixel: the means of its reds, greens and blues.
 * Blocks of four kinds make up the pattern of 6x6. What is left over at the edges is left out. One
 * thread at a time.
 */
final class XTransSuperpixel {

  private static final int SIDE = 3;

  private final CameraColors colors;
  private final MosaicRow[] rows = new MosaicRow[SIDE];

  /** For each kind of block, the colour of each of its nine samples. */
  private final int[][] colorsOf = new int[4][SIDE * SIDE];

  /** For each kind of block, one over the number of its reds, greens and blues. */
  private final float[][] shares = new float[4][3];

  private XTransSuperpixel(Mosaic mosaic, CameraColors colors) {
    this.colors = colors;
    Arrays.setAll(rows, i -> new MosaicRow(mosaic));
    FilterPattern filters = mosaic.filters();
    for (int kind = 0; kind < 4; kind++) {
      int top = kind / 2 * SIDE;
      int left = kind % 2 * SIDE;
      int[] counts = filters.counts(top, left, SIDE);
      for (int color = 0; color < 3; color++) {
        shares[kind][color] = 1f / counts[color];
      }
      for (int i = 0; i < SIDE * SIDE; i++) {
        int color = filters.color(top + i / SIDE, left + i % SIDE);
        colorsOf[kind][i] = color == 3 ? 1 : color;
      }
    }
  }

  static RawFrame of(Mosaic mosaic, CameraColors colors, Subject subject) throws RawRefusal {
    int width = mosaic.width() / SIDE;
    int height = mosaic.height() / SIDE;
    short[] planes = Samples.allocate(width, height, 3);
    XTransSuperpixel blocks = new XTransSuperpixel(mosaic, colors);
    for (int y = 0; y < height; y++) {
      for (int i = 0; i < SIDE; i++) {
        blocks.rows[i].read(SIDE * y + i);
      }
      for (int x = 0; x < width; x++) {
        blocks.store(y % 2 * 2 + x % 2, SIDE * x, planes, y * width + x);
      }
    }
    return subject.frame(width, height, 3, planes, "superpixel X-Trans");
  }

  private void store(int kind, int column, short[] planes, int index) {
    int[] colorOf = colorsOf[kind];
    float red = 0;
    float green = 0;
    float blue = 0;
    for (int i = 0; i < colorOf.length; i++) {
      float light = colors.balanced(rows[i / SIDE].light(column + i % SIDE), colorOf[i]);
      switch (colorOf[i]) {
        case 0 -> red += light;
        case 1 -> green += light;
        default -> blue += light;
      }
    }
    float[] share = shares[kind];
    colors.store(red * share[0], green * share[1], blue * share[2], planes, index);
  }
}
