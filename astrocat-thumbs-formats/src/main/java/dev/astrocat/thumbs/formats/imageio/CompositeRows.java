package dev.astrocat.thumbs.formats.imageio;

import dev.astrocat.thumbs.decode.RowBand;
import dev.astrocat.thumbs.decode.SampleType;
import java.awt.image.Raster;

/**
 * Rows of any integer raster of 1 to 4 bands: bands of fewer than 8 bits are spread over 0..255,
 * and a second or fourth band is alpha, over black.
 */
final class CompositeRows implements RasterPixels.Rows {

  private final Raster raster;
  private final int colours;
  private final SampleType type;
  private final int[] highest;

  CompositeRows(Raster raster) {
    this.raster = raster;
    this.colours = raster.getNumBands() <= 2 ? 1 : 3;
    this.highest = new int[raster.getNumBands()];
    int widest = 0;
    for (int b = 0; b < highest.length; b++) {
      int bits = Math.min(16, raster.getSampleModel().getSampleSize(b));
      highest[b] = (1 << bits) - 1;
      widest = Math.max(widest, bits);
    }
    this.type = widest <= 8 ? SampleType.U8 : SampleType.U16;
  }

  @Override
  public int channels() {
    return colours;
  }

  @Override
  public SampleType type() {
    return type;
  }

  @Override
  public void read(int y, RowBand band, int offset) {
    int width = raster.getWidth();
    int bands = highest.length;
    int[] row =
        raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, new int[width * bands]);
    for (int c = 0; c < colours; c++) {
      for (int x = 0; x < width; x++) {
        int alpha = bands > colours ? row[x * bands + colours] : 1;
        int value = spread(row[x * bands + c], c, alpha);
        if (type == SampleType.U8) {
          band.bytes(c)[offset + x] = (byte) value;
        } else {
          band.shorts(c)[offset + x] = (short) value;
        }
      }
    }
  }

  /** {@code value / highest * alpha / highestAlpha} of the type's full range, rounded. */
  private int spread(int value, int channel, int alpha) {
    long full = type == SampleType.U8 ? 255 : 65535;
    long divisor = highest[channel] * (highest.length > colours ? (long) highest[colours] : 1);
    return (int) ((value * full * alpha + divisor / 2) / divisor);
  }
}
