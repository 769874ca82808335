package dev.astrocat.thumbs.formats.tiff;

import dev.astrocat.thumbs.DecodeException;
import java.io.IOException;
import java.util.Arrays;

/** Looks indexes up in a ColorMap (TIFF 6.0 section 5), giving 8 bits. Immutable. */
final class Palette implements RowColour {

  private final double[][] colours;

  private Palette(double[][] colours) {
    this.colours = colours;
  }

  static Palette of(TiffImage image) throws IOException {
    int bits = image.format().bits();
    if (bits > 16 || image.format().kind() != SampleFormat.Kind.UNSIGNED) {
      throw DecodeException.unsupported(
          "TIFF with a palette of " + bits + " bits is not supported");
    }
    int size = 1 << bits;
    long[] map = image.directory().integers(Tag.COLOR_MAP, 3 * size);
    if (map.length < 3) {
      throw DecodeException.malformed("TIFF: a palette image without a ColorMap");
    }
    int entries = map.length / 3; // a short map is black beyond its end
    // Some writers store 8 bits instead of 16.
    long divisor = Arrays.stream(map).max().orElse(0) < 256 ? 1 : 256;
    double[][] colours = new double[3][size];
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < entries; i++) {
        long high = map[c * entries + i] / divisor;
        colours[c][i] = high;
      }
    }
    return new Palette(colours);
  }

  @Override
  public void apply(double[][] row, int width) {
    for (int x = 0; x < width; x++) {
      int index = (int) row[0][x];
      for (int c = 0; c < 3; c++) {
        row[c][x] = colours[c][index];
      }
    }
  }
}
