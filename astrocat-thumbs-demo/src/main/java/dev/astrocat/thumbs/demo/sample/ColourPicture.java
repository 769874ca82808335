package dev.astrocat.thumbs.demo.sample;

import java.util.List;

/**
 * Red, green and blue light of one field, and finished pictures of it.
 *
 * @param planes red, green, blue, of equal sizes
 */
record ColourPicture(List<Plane> planes) {

  private static final double SOFTENING = 0.02;

  int width() {
    return planes.get(0).width;
  }

  int height() {
    return planes.get(0).height;
  }

  /** The light as it is, 0 to 1, noise of a long stack included. */
  List<float[]> linear(Camera camera) {
    return planes.stream().map(plane -> scaled(camera.expose(plane))).toList();
  }

  private static float[] scaled(char[] numbers) {
    float[] values = new float[numbers.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = numbers[i] / 65_535f;
    }
    return values;
  }

  /** The light behind a filter over each pixel: red and green, below them green and blue. */
  Plane mosaic() {
    Plane mosaic = new Plane(width(), height(), 0);
    mosaic.add((x, y) -> planes.get((x & 1) + (y & 1)).light[y * width() + x]);
    return mosaic;
  }

  /** Interleaved samples from 0 to {@code white}, stretched by an inverse hyperbolic sine. */
  char[] finished(double darkest, double brightest, int white) {
    int pixels = width() * height();
    char[] samples = new char[3 * pixels];
    double full = asinh(1 / SOFTENING);
    for (int c = 0; c < 3; c++) {
      float[] light = planes.get(c).light;
      for (int i = 0; i < pixels; i++) {
        double x = Math.max(0, (light[i] - darkest) / (brightest - darkest));
        double y = Math.min(1, asinh(x / SOFTENING) / full);
        samples[3 * i + c] = (char) Math.round(y * white);
      }
    }
    return samples;
  }

  private static double asinh(double x) {
    return Math.log(x + Math.sqrt(x * x + 1));
  }
}
