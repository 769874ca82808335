package dev.astrocat.thumbs.demo.sample;

/**
 * A striped giant, lit from the left, with its moons; a finished 8-bit picture.
 *
 * @param clouds what disturbs the stripes
 */
record Planet(SmoothNoise clouds) {

  private static final double[] ZONE = {0.96, 0.90, 0.78};
  private static final double[] BELT = {0.70, 0.46, 0.30};

  /** Interleaved samples, 0 to 255. */
  char[] picture(int width, int height) {
    char[] samples = new char[3 * width * height];
    double radius = 0.36 * height;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double dx = (x - width * 0.5) / radius;
        double dy = (y - height * 0.5) / (radius * 0.94);
        double inside = 1 - dx * dx - dy * dy;
        if (inside > 0) {
          paint(samples, 3 * (y * width + x), dx, dy, Math.sqrt(inside));
        }
      }
    }
    moon(samples, width, 0.10, 0.56, height);
    moon(samples, width, 0.87, 0.455, height);
    moon(samples, width, 0.945, 0.44, height);
    return samples;
  }

  private void paint(char[] samples, int at, double dx, double dy, double depth) {
    double longitude = Math.asin(Math.max(-1, Math.min(1, dx)));
    double swirl = clouds.at(longitude * 3 + 30, dy * 9 + 30) - 0.5;
    double stripe = 0.5 + 0.5 * Math.cos(dy * 15 + 0.6 + swirl * 3.2);
    double spot = Math.exp(-((dx - 0.3) * (dx - 0.3) / 0.025 + (dy - 0.36) * (dy - 0.36) / 0.008));
    double light = Math.min(1, 0.25 + 0.95 * (0.85 * depth - 0.25 * dx * (1 - depth)));
    double edge = Math.min(1, depth * 6);
    for (int c = 0; c < 3; c++) {
      double cloud = BELT[c] + (ZONE[c] - BELT[c]) * stripe + 0.16 * swirl;
      double colour = cloud * (1 - spot) + spot * (c == 0 ? 0.80 : 0.42 - 0.08 * c);
      samples[at + c] = (char) (255 * Math.max(0, Math.min(1, colour * light * edge)));
    }
  }

  private static void moon(char[] samples, int width, double x, double y, int height) {
    int centreX = (int) (x * width);
    int centreY = (int) (y * height);
    for (int dy = -3; dy <= 3; dy++) {
      for (int dx = -3; dx <= 3; dx++) {
        int at = 3 * ((centreY + dy) * width + centreX + dx);
        char level = (char) (255 * Math.max(0, Math.min(1, 1.6 - (dx * dx + dy * dy) / 6.0)));
        samples[at] = level;
        samples[at + 1] = level;
        samples[at + 2] = (char) (level * 0.92);
      }
    }
  }
}
