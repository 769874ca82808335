package dev.astrocat.thumbs.demo.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Stars of a field, in parts of its width and height, so that one field can be taken at any size
 * and through any filter. Immutable.
 */
final class Stars {

  private static final double FAINTEST = 1200;
  private static final double BRIGHTEST = 900_000;
  private static final double STEEPNESS = 0.95;

  private final List<Star> stars;

  private Stars(List<Star> stars) {
    this.stars = List.copyOf(stars);
  }

  /** One star: place, electrons in all, colour. */
  private record Star(double x, double y, double flux, double redness) {}

  /** Scattered evenly; few are bright, as in the sky. */
  static Stars scattered(int count, long seed) {
    Random random = new Random(seed);
    List<Star> stars = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      stars.add(star(random.nextDouble(), random.nextDouble(), random));
    }
    return new Stars(stars);
  }

  /** Crowded towards the middle, as in a globular cluster. */
  static Stars clustered(int count, double radius, long seed) {
    Random random = new Random(seed);
    List<Star> stars = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double u = random.nextDouble();
      double r = radius * u / Math.sqrt(1.02 - u);
      double angle = 2 * Math.PI * random.nextDouble();
      double x = 0.5 + 0.75 * r * Math.cos(angle);
      stars.add(star(x, 0.5 + r * Math.sin(angle), random));
    }
    return new Stars(stars);
  }

  private static Star star(double x, double y, Random random) {
    double flux = FAINTEST * Math.pow(1 - random.nextDouble(), -1 / STEEPNESS);
    double redness = Math.max(-1, Math.min(1, 0.6 * random.nextGaussian()));
    return new Star(x, y, Math.min(flux, BRIGHTEST), redness);
  }

  /** Takes them with steady guiding. */
  void shineOn(Plane plane, Band band, double seeing) {
    for (Star star : stars) {
      shine(plane, star, star.flux * band.transmits(star.redness), seeing, 0, 0);
    }
  }

  /** Takes them while the mount drifts by so many pixels. */
  void trailOver(Plane plane, Band band, double seeing, int driftX, int driftY) {
    int steps = Math.max(Math.abs(driftX), Math.abs(driftY));
    for (Star star : stars) {
      double flux = star.flux * band.transmits(star.redness) / steps;
      for (int i = 0; i < steps; i++) {
        shine(plane, star, flux, seeing, driftX * i / (double) steps, driftY * i / (double) steps);
      }
    }
  }

  /**
   * A Moffat profile with beta 2.5, the shape that the air gives a star: {@code (1.5 / pi a^2) (1 +
   * r^2 / a^2)^-2.5}.
   */
  private static void shine(
      Plane plane, Star star, double flux, double seeing, double dx, double dy) {
    double x = star.x * plane.width + dx;
    double y = star.y * plane.height + dy;
    double aa = seeing * seeing;
    double peak = 1.5 * flux / (Math.PI * aa);
    int reach = (int) Math.min(60, 2 + seeing * Math.pow(peak, 0.2) * 2.5);
    for (int py = (int) y - reach; py <= y + reach; py++) {
      for (int px = (int) x - reach; px <= x + reach; px++) {
        double rr = (px - x) * (px - x) + (py - y) * (py - y);
        double t = 1 + rr / aa;
        if (rr <= (double) reach * reach) {
          plane.add(px, py, peak / (t * t * Math.sqrt(t)));
        }
      }
    }
  }
}
