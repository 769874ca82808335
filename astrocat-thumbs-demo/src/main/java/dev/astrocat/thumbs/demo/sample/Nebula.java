package dev.astrocat.thumbs.demo.sample;

/**
 * Glowing hydrogen with a bluish heart, and dark dust in front of it.
 *
 * @param brightness electrons per pixel where it is brightest
 * @param clouds its shape
 */
record Nebula(double brightness, SmoothNoise clouds) {

  void shineOn(Plane plane, Band band) {
    double unit = plane.height / 3.0;
    plane.add(
        (px, py) -> {
          double x = px / unit;
          double y = py / unit;
          double dx = (px - plane.width * 0.52) / (plane.width * 0.36);
          double dy = (py - plane.height * 0.5) / (plane.height * 0.40);
          double rr = dx * dx + dy * dy;
          double bend = clouds.at(x * 0.7 + 70, y * 0.7 + 70) * 1.6;
          double gas = clouds.at(x + bend, y + bend);
          double shape = Math.max(0, gas * 1.5 - 0.35 - 0.32 * rr);
          double dust = clouds.at(x * 1.8 + 120 + bend, y * 1.8 + 55);
          double veil = 1 / (1 + Math.exp((dust - 0.56) * 26));
          return brightness * shape * shape * (0.15 + 0.85 * veil) * colour(band, rr);
        });
  }

  private static double colour(Band band, double rr) {
    double heart = Math.exp(-rr * 2.2);
    return switch (band) {
      case LUMINANCE -> 1.1;
      case RED -> 1.25;
      case GREEN -> 0.38 + 0.55 * heart;
      case BLUE -> 0.5 + 0.75 * heart;
      case HYDROGEN -> 1.5;
    };
  }
}
