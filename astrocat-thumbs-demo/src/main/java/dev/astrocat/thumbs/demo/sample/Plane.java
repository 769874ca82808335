package dev.astrocat.thumbs.demo.sample;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Light on a sensor, in electrons per pixel, row by row. One thread at a time. */
final class Plane {

  final int width;
  final int height;
  final float[] light;

  Plane(int width, int height, double background) {
    this.width = width;
    this.height = height;
    this.light = new float[width * height];
    Arrays.fill(light, (float) background);
  }

  /** Adds to one pixel; outside nothing happens. */
  void add(int x, int y, double amount) {
    if (x >= 0 && x < width && y >= 0 && y < height) {
      light[y * width + x] += (float) amount;
    }
  }

  /** What shines at a place. */
  @FunctionalInterface
  interface Glow {
    /** Electrons at a pixel; asked by several threads. */
    double at(int x, int y);
  }

  /** Adds something that shines everywhere, on all processors: a newcomer waits for it. */
  void add(Glow glow) {
    IntStream.range(0, height)
        .parallel()
        .forEach(
            y -> {
              for (int x = 0; x < width; x++) {
                light[y * width + x] += (float) glow.at(x, y);
              }
            });
  }
}
