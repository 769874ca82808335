package dev.astrocat.thumbs.formats.imageio;

import dev.astrocat.thumbs.decode.RowBand;
import dev.astrocat.thumbs.decode.SampleType;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.Arrays;

/** Rows of palette indexes, and of grey of few bits, which ImageIO stores with a grey palette. */
final class LookupRows implements RasterPixels.Rows {

  private final Raster raster;
  private final byte[][] tables;

  private LookupRows(Raster raster, byte[][] tables) {
    this.raster = raster;
    this.tables = tables;
  }

  /** One channel where the whole palette is grey, else three. */
  static LookupRows of(Raster raster, IndexColorModel palette) {
    byte[][] tables = new byte[3][256];
    for (int i = 0; i < Math.min(256, palette.getMapSize()); i++) {
      int alpha = palette.getAlpha(i);
      tables[0][i] = (byte) overBlack(palette.getRed(i), alpha);
      tables[1][i] = (byte) overBlack(palette.getGreen(i), alpha);
      tables[2][i] = (byte) overBlack(palette.getBlue(i), alpha);
    }
    boolean grey = Arrays.equals(tables[0], tables[1]) && Arrays.equals(tables[1], tables[2]);
    return new LookupRows(raster, grey ? new byte[][] {tables[0]} : tables);
  }

  private static int overBlack(int value, int alpha) {
    return (value * alpha + 127) / 255;
  }

  @Override
  public int channels() {
    return tables.length;
  }

  @Override
  public SampleType type() {
    return SampleType.U8;
  }

  @Override
  public void read(int y, RowBand band, int offset) {
    int width = raster.getWidth();
    int[] indexes =
        raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, 0, new int[width]);
    for (int c = 0; c < tables.length; c++) {
      byte[] table = tables[c];
      byte[] plane = band.bytes(c);
      for (int x = 0; x < width; x++) {
        // 16-bit indexes have no palette in any format that we read.
        plane[offset + x] = table[indexes[x] & 0xFF];
      }
    }
  }
}
