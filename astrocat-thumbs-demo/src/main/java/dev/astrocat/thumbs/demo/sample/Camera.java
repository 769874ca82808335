package dev.astrocat.thumbs.demo.sample;

import java.util.Random;

/** A cooled 16-bit camera: photon noise, read noise, an offset, and full wells. */
final class Camera {

  /** The number that stands for no light. */
  static final int OFFSET = 500;

  private static final double READ_NOISE = 3;
  private static final int FULL = 65_535;

  private final Random random;

  Camera(long seed) {
    this.random = new Random(seed);
  }

  /** Numbers as stored, 0 to 65535. */
  char[] expose(Plane plane) {
    char[] numbers = new char[plane.light.length];
    for (int i = 0; i < numbers.length; i++) {
      double electrons = plane.light[i];
      double noise = Math.sqrt(Math.max(0, electrons) + READ_NOISE * READ_NOISE);
      long number = Math.round(OFFSET + electrons + noise * random.nextGaussian());
      numbers[i] = (char) Math.max(0, Math.min(FULL, number));
    }
    return numbers;
  }
}
