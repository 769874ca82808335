package dev.astrocat.thumbs.demo.sample;

import java.util.Random;

/** Clouds: smooth random values between 0 and 1, coarse ones with ever finer ones on top. */
final class SmoothNoise {

  private static final int GRID = 256;
  private static final int OCTAVES = 5;

  private final float[] knots = new float[GRID * GRID];

  SmoothNoise(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < knots.length; i++) {
      knots[i] = random.nextFloat();
    }
  }

  /** The value at a place; structures are about 1 wide, and finer. */
  double at(double x, double y) {
    double sum = 0;
    double weight = 0.5;
    double scale = 1;
    for (int octave = 0; octave < OCTAVES; octave++) {
      sum += weight * smooth(x * scale + 17 * octave, y * scale + 31 * octave);
      weight /= 2;
      scale *= 2.03;
    }
    return sum / (1 - weight * 2);
  }

  private double smooth(double x, double y) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    double u = ease(x - left);
    double v = ease(y - top);
    double upper = knot(left, top) * (1 - u) + knot(left + 1, top) * u;
    double lower = knot(left, top + 1) * (1 - u) + knot(left + 1, top + 1) * u;
    return upper * (1 - v) + lower * v;
  }

  private double knot(int x, int y) {
    return knots[(y & GRID - 1) * GRID + (x & GRID - 1)];
  }

  private static double ease(double t) {
    return t * t * (3 - 2 * t);
  }
}
