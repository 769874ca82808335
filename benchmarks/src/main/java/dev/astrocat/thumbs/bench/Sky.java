package dev.astrocat.thumbs.bench;

import java.util.Random;

/**
 * A made-up sky, row by row: a slope, noise, and a star here and there. The same in every run and
 * in every format. One thread at a time.
 */
final class Sky {

  private static final int NOISES = 1 << 16;

  private final int width;
  private final int height;
  private final int channels;
  private final boolean floats;
  private final double[] noise = new Random(1).doubles(NOISES, -1, 1).map(v -> v * v * v).toArray();
  private final Random random = new Random(2);
  private int row;

  /**
   * A sky three wide to two high.
   *
   * @param frame {@code mono16}, {@code mono_f32} or {@code rgb_f32}
   */
  Sky(String frame, int megapixels) {
    this.height = (int) Math.sqrt(megapixels * 1e6 * 2 / 3);
    this.width = height * 3 / 2;
    this.channels = frame.startsWith("rgb") ? 3 : 1;
    this.floats = frame.endsWith("f32");
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  int channels() {
    return channels;
  }

  /** Whether samples are floats of 32 bits, from 0 to 1; else they are of 16 bits. */
  boolean floats() {
    return floats;
  }

  int sampleBytes() {
    return floats ? Float.BYTES : Short.BYTES;
  }

  /** Rows of all channels together, one channel after the other. */
  int rows() {
    return height * channels;
  }

  long bytes() {
    return (long) width * rows() * sampleBytes();
  }

  /** The samples of the next row, from 0 to 65535 or a little more. */
  void nextRow(double[] samples) {
    double sky = 900 + row % height * 0.05;
    int at = random.nextInt(NOISES);
    for (int x = 0; x < width; x++) {
      double value = sky + 90 * noise[(at + x * 7) & (NOISES - 1)] + x * 0.01;
      if ((random.nextInt() & 0xFFF) == 0) {
        value += 40_000 * random.nextDouble();
      }
      samples[x] = value;
    }
    row++;
  }
}
