package dev.astrocat.thumbs.formats.tiff;

/**
 * CIE L*a*b* to sRGB (TIFF 6.0 section 23; CIE 15, D50; sRGB primaries adapted to D50 by Bradford).
 *
 * @param bits of a sample, 8 or 16
 * @param offsetChroma whether a* and b* are stored with an offset, as ICC profiles do, instead of
 *     signed
 */
record CieLab(int bits, boolean offsetChroma) implements RowColour {

  private static final double[] WHITE_D50 = {0.9642, 1.0, 0.8249};
  private static final double[][] XYZ_TO_RGB = {
    {3.1338561, -1.6168667, -0.4906146},
    {-0.9787684, 1.9161415, 0.0334540},
    {0.0719453, -0.2289914, 1.4052427}
  };

  @Override
  public void apply(double[][] row, int width) {
    double highest = Math.pow(2, bits) - 1;
    double half = Math.pow(2, bits - 1.0);
    double chromaUnit = Math.pow(2, bits - 8.0);
    for (int x = 0; x < width; x++) {
      double lightness = row[0][x] * 100 / highest;
      double fy = (lightness + 16) / 116;
      double fx = fy + chroma(row[1][x], half) / chromaUnit / 500;
      double fz = fy - chroma(row[2][x], half) / chromaUnit / 200;
      double[] xyz = {WHITE_D50[0] * cube(fx), WHITE_D50[1] * cube(fy), WHITE_D50[2] * cube(fz)};
      for (int c = 0; c < 3; c++) {
        double linear =
            XYZ_TO_RGB[c][0] * xyz[0] + XYZ_TO_RGB[c][1] * xyz[1] + XYZ_TO_RGB[c][2] * xyz[2];
        row[c][x] = highest * companded(Math.max(0, Math.min(1, linear)));
      }
    }
  }

  private double chroma(double stored, double half) {
    return offsetChroma || stored < half ? stored - (offsetChroma ? half : 0) : stored - 2 * half;
  }

  private static double cube(double f) {
    return f > 6.0 / 29 ? f * f * f : (116 * f - 16) * 27 / 24389;
  }

  /** IEC 61966-2-1. */
  private static double companded(double linear) {
    return linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
  }
}
