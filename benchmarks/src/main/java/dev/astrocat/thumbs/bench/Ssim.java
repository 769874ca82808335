package dev.astrocat.thumbs.bench;

import dev.astrocat.thumbs.encode.Picture;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;

/**
 * Likeness of pictures to one, by their luma: the mean structural similarity index of Wang et al.
 * 2004, with its Gaussian window of 11 x 11 pixels and sigma 1.5; 1 for equal pictures. One thread
 * at a time.
 */
final class Ssim {

  private static final int RADIUS = 5;
  private static final double SIGMA = 1.5;
  private static final double C1 = 0.01 * 255 * 0.01 * 255;
  private static final double C2 = 0.03 * 255 * 0.03 * 255;
  private static final float[] WINDOW = window();

  private final int width;
  private final int height;
  private final float[] luma;
  private final float[] mean;
  private final float[] square;

  Ssim(Picture picture) {
    width = picture.width();
    height = picture.height();
    luma = new float[width * height];
    byte[][] planes = picture.planes();
    int last = planes.length - 1;
    for (int i = 0; i < luma.length; i++) {
      luma[i] = luma(planes[0][i] & 0xFF, planes[last / 2][i] & 0xFF, planes[last][i] & 0xFF);
    }
    mean = blurred(luma);
    square = blurred(product(luma, luma));
  }

  /** Mean over all pixels; windows are cut at the borders. */
  double to(BufferedImage image) {
    float[] other = luma(image.getRaster());
    float[] otherMean = blurred(other);
    float[] otherSquare = blurred(product(other, other));
    float[] both = blurred(product(luma, other));
    double sum = 0;
    for (int i = 0; i < luma.length; i++) {
      double a = mean[i];
      double b = otherMean[i];
      double varianceA = square[i] - a * a;
      double varianceB = otherSquare[i] - b * b;
      double covariance = both[i] - a * b;
      sum +=
          (2 * a * b + C1)
              * (2 * covariance + C2)
              / ((a * a + b * b + C1) * (varianceA + varianceB + C2));
    }
    return sum / luma.length;
  }

  /** Of samples, not of {@code getRGB}, which changes grey. */
  private float[] luma(Raster raster) {
    int last = raster.getNumBands() - 1;
    int[] first = raster.getSamples(0, 0, width, height, 0, (int[]) null);
    int[] second = raster.getSamples(0, 0, width, height, Math.min(1, last), (int[]) null);
    int[] third = raster.getSamples(0, 0, width, height, Math.min(2, last), (int[]) null);
    float[] luma = new float[first.length];
    for (int i = 0; i < luma.length; i++) {
      luma[i] = luma(first[i], second[i], third[i]);
    }
    return luma;
  }

  /** ITU-R BT.601. */
  private static float luma(int red, int green, int blue) {
    return 0.299f * red + 0.587f * green + 0.114f * blue;
  }

  private static float[] product(float[] a, float[] b) {
    float[] product = new float[a.length];
    for (int i = 0; i < a.length; i++) {
      product[i] = a[i] * b[i];
    }
    return product;
  }

  private float[] blurred(float[] plane) {
    return blurred(blurred(plane, 1, width), width, height);
  }

  /** Along one axis: {@code step} from a sample to the next, {@code length} samples. */
  private static float[] blurred(float[] plane, int step, int length) {
    float[] blurred = new float[plane.length];
    for (int i = 0; i < plane.length; i++) {
      int at = i / step % length;
      int from = Math.max(-RADIUS, -at);
      int to = Math.min(RADIUS, length - 1 - at);
      float sum = 0;
      float weights = 0;
      for (int k = from; k <= to; k++) {
        float weight = WINDOW[k + RADIUS];
        sum += weight * plane[i + k * step];
        weights += weight;
      }
      blurred[i] = sum / weights;
    }
    return blurred;
  }

  private static float[] window() {
    float[] window = new float[2 * RADIUS + 1];
    for (int k = -RADIUS; k <= RADIUS; k++) {
      window[k + RADIUS] = (float) Math.exp(-k * k / (2 * SIGMA * SIGMA));
    }
    return window;
  }
}
