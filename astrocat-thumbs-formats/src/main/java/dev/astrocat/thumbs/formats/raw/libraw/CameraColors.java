package dev.astrocat.thumbs.formats.raw.libraw;

/**
 * From the camera's colours to linear sRGB: white balance, then the camera's matrix, as LibRaw's
 * scale_colors and convert_to_rgb do. Immutable.
 */
final class CameraColors {

  private static final float FULL = 65_535;

  private final float[] scales;

  // Fields, not an array: this is read for each pixel.
  private final float m00;
  private final float m01;
  private final float m02;
  private final float m10;
  private final float m11;
  private final float m12;
  private final float m20;
  private final float m21;
  private final float m22;

  /**
   * Colours by their numbers.
   *
   * @param balance a factor for red, green, blue and the other green, at most 0 where not known
   * @param matrix sRGB from camera, three rows of three
   * @param white saturation above black
   */
  CameraColors(float[] balance, float[][] matrix, int white) {
    m00 = matrix[0][0];
    m01 = matrix[0][1];
    m02 = matrix[0][2];
    m10 = matrix[1][0];
    m11 = matrix[1][1];
    m12 = matrix[1][2];
    m20 = matrix[2][0];
    m21 = matrix[2][1];
    m22 = matrix[2][2];
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
    float balanced = sample * scales[color];
    return balanced < FULL ? balanced : FULL;
  }

  /** Stores a pixel, given as balanced camera colours up to 65,535, in three planes. */
  void store(float red, float green, float blue, short[] planes, int index) {
    int plane = planes.length / 3;
    planes[index] = light(red * m00 + green * m01 + blue * m02);
    planes[index + plane] = light(red * m10 + green * m11 + blue * m12);
    planes[index + 2 * plane] = light(red * m20 + green * m21 + blue * m22);
  }

  private static short light(float value) {
    float clipped = value > 0 ? value < FULL ? value : FULL : 0;
    return (short) (int) (clipped + 0.5f);
  }
}
