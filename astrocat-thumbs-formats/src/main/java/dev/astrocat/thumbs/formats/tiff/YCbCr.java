package dev.astrocat.thumbs.formats.tiff;

import java.io.IOException;

/** Luma and chroma to RGB (TIFF 6.0 sections 20 and 21). Immutable. */
final class YCbCr implements RowColour {

  private static final double[] REC_601 = {0.299, 0.587, 0.114};

  private final double highest;
  private final double[] luma;
  private final double[] black;
  private final double[] gain;

  private YCbCr(double highest, double[] luma, double[] black, double[] gain) {
    this.highest = highest;
    this.luma = luma;
    this.black = black;
    this.gain = gain;
  }

  static YCbCr of(TiffImage image) throws IOException {
    double highest = image.format().highest();
    double[] luma = image.directory().numbers(Tag.YCBCR_COEFFICIENTS, 3);
    double middle = (highest + 1) / 2;
    double[] range = image.directory().numbers(Tag.REFERENCE_BLACK_WHITE, 6);
    // A JPEG stream is always of full range and of Rec. 601, as JFIF says.
    boolean jpeg = image.compression() == Compression.JPEG;
    if (range.length < 6 || jpeg || !sensible(range)) {
      range = new double[] {0, highest, middle, highest, middle, highest};
    }
    double[] gain = new double[3];
    for (int c = 0; c < 3; c++) {
      double full = c == 0 ? highest : highest - middle;
      gain[c] = full / (range[2 * c + 1] - range[2 * c]);
    }
    boolean usable = luma.length == 3 && !jpeg && luma[1] > 0;
    return new YCbCr(
        highest, usable ? luma : REC_601, new double[] {range[0], range[2], range[4]}, gain);
  }

  private static boolean sensible(double[] range) {
    return range[1] > range[0] && range[3] > range[2] && range[5] > range[4];
  }

  @Override
  public void apply(double[][] row, int width) {
    for (int x = 0; x < width; x++) {
      double y = (row[0][x] - black[0]) * gain[0];
      double cb = (row[1][x] - black[1]) * gain[1];
      double cr = (row[2][x] - black[2]) * gain[2];
      double red = y + cr * (2 - 2 * luma[0]);
      double blue = y + cb * (2 - 2 * luma[2]);
      double green = (y - luma[0] * red - luma[2] * blue) / luma[1];
      row[0][x] = Math.max(0, Math.min(highest, red));
      row[1][x] = Math.max(0, Math.min(highest, green));
      row[2][x] = Math.max(0, Math.min(highest, blue));
    }
  }
}
