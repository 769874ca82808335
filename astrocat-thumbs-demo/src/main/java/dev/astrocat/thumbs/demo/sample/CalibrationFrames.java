package dev.astrocat.thumbs.demo.sample;

import java.util.Map;
import java.util.Random;

/** What the camera gives without a sky: a dark with its hot pixels, a flat with its dust. */
final class CalibrationFrames {

  private static final int WIDTH = 480;
  private static final int HEIGHT = 360;

  private CalibrationFrames() {}

  static Map<String, byte[]> files() {
    return Map.of("dark_300s.fits", dark(), "flat_L.fits", flat());
  }

  private static byte[] dark() {
    Plane plane = new Plane(WIDTH, HEIGHT, 40);
    Random random = new Random(61);
    for (int i = 0; i < 260; i++) {
      double heat = 60 * Math.pow(1 - random.nextDouble(), -1);
      plane.add(random.nextInt(WIDTH), random.nextInt(HEIGHT), heat);
    }
    plane.add((x, y) -> 160 * Math.exp(-(WIDTH - x) / 60.0 - y / 90.0)); // amplifier glow
    return file(plane, 62, header("Dark Frame").add("EXPTIME", 300.0));
  }

  private static byte[] flat() {
    Plane plane = new Plane(WIDTH, HEIGHT, 0);
    plane.add(
        (x, y) -> {
          double dx = (x - WIDTH * 0.52) / WIDTH;
          double dy = (y - HEIGHT * 0.48) / WIDTH;
          return 30_000 * (1 - 0.9 * (dx * dx + dy * dy));
        });
    Random random = new Random(71);
    for (int i = 0; i < 7; i++) {
      shadow(plane, random.nextInt(WIDTH), random.nextInt(HEIGHT), 9 + random.nextInt(16));
    }
    return file(plane, 72, header("Flat Field").add("FILTER", "L").add("EXPTIME", 1.5));
  }

  /** A speck of dust out of focus: a ring. */
  private static void shadow(Plane plane, int centreX, int centreY, int radius) {
    plane.add(
        (x, y) -> {
          double r = Math.hypot(x - centreX, y - centreY) / radius;
          return r > 1.3 ? 0 : -1400 * Math.exp(-(r - 0.75) * (r - 0.75) / 0.04);
        });
  }

  private static FitsFile header(String kind) {
    return new FitsFile().add("IMAGETYP", kind).add("DATE-OBS", "2026-01-18T05:40:11");
  }

  private static byte[] file(Plane plane, long seed, FitsFile header) {
    return FitsFile.of(WIDTH, HEIGHT, new Camera(seed).expose(plane), header);
  }
}
