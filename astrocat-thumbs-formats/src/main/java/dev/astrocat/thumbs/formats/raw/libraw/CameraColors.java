package dev.astrocat.thumbs.formats.raw.libraw;

/**
 * From the camera's colours to linear sRGB: white balance, then the camera's matrix, as LibRaw's
 * scale_colors and convert_to_rgb do. Immutable.
 */
final class CameraColors {

  private static final float FULL = 65_535;

  private final float[] scales;
  private final float[][] matrix;

  /**
   * Colours by their numbers.
   *
   * @param balance a factor for red, green, blue and the other green, at most 0 where not known
   * @param matrix sRGB from camera, three rows of three
   * @param white saturation above black
   */
  CameraColors(float[] balance, float[][] matrix, int white) {
    this.matrix = matrix;
    scales = balance.clone();
    if (scales[1] <= 0) {
      scales[1] = 1;
    }
    if (scales[3] <= 0) {
      scales[3] = scales[1];
    }
    // The smallest factor becomes 1, so that a saturated pixel is white and not coloured.
    float least = Math.min(Math.min(scales[0], scales[1]), Math.min(scales[2], scales[3]));
    for (int color = 0; color < scales.length; color++) {
      scales[color] *= FULL / (least * white);
    }
  }

  static CameraColors of(RawFile raw, int white) {
    float[] balance = new float[4];
    for (int color = 0; color < balance.length; color++) {
      balance[color] = raw.balance(color);
    }
    float[][] matrix = new float[3][3];
    for (int i = 0; i < 9; i++) {
      matrix[i / 3][i % 3] = raw.srgb(i / 3, i % 3);
    }
    return new CameraColors(balance, matrix, white);
  }

  /** A sample above black, balanced and clipped: white is 65,535. */
  float balanced(int sample, int color) {
    return Math.min(sample * scales[color], FULL);
  }

  /** Stores a pixel, given as balanced camera colours up to 65,535, in three planes. */
  void store(float red, float green, float blue, short[] planes, int index) {
    int plane = planes.length / 3;
    for (int i = 0; i < 3; i++) {
      float[] row = matrix[i];
      float light = row[0] * red + row[1] * green + row[2] * blue;
      planes[i * plane + index] = (short) Math.max(0, Math.min(65_535, (int) (light + 0.5f)));
    }
  }
}
