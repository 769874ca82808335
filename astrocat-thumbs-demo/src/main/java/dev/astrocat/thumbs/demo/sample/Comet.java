package dev.astrocat.thumbs.demo.sample;

/**
 * A coma and a tail that points away from the lower left.
 *
 * @param brightness electrons per pixel in the coma
 * @param clouds rays in the tail
 */
record Comet(double brightness, SmoothNoise clouds) {

  void shineOn(Plane plane) {
    double unit = plane.height;
    plane.add(
        (px, py) -> {
          double dx = px / unit - 0.38;
          double dy = 0.70 - py / unit;
          double along = (dx * 0.86 + dy * 0.51);
          double across = (dy * 0.86 - dx * 0.51);
          double r = Math.sqrt(dx * dx + dy * dy);
          double coma = Math.exp(-r / 0.028) * 3 + Math.exp(-r / 0.09) * 0.35;
          if (along <= 0) {
            return brightness * coma;
          }
          double width = 0.018 + 0.16 * along;
          double ray = 0.45 + 1.1 * clouds.at(across / width * 1.6 + 60, along * 1.2 + 60);
          double profile = Math.exp(-(across * across) / (width * width));
          return brightness * (coma + 0.5 * ray * profile * Math.exp(-along / 0.5));
        });
  }
}
