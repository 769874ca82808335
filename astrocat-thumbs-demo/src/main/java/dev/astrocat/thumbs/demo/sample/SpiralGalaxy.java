package dev.astrocat.thumbs.demo.sample;

/**
 * A tilted disc with two arms, dust, knots of young stars and a yellow bulge.
 *
 * @param brightness electrons per pixel in the middle of the disc
 * @param radius of the disc, in parts of the picture's height
 * @param tilt short axis over long axis
 * @param angle of the long axis, in radians
 * @param clouds what breaks up arms and dust
 */
record SpiralGalaxy(
    double brightness, double radius, double tilt, double angle, SmoothNoise clouds) {

  private static final double WINDING = 3.2;

  void shineOn(Plane plane, Band band) {
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    double unit = radius * plane.height;
    plane.add(
        (px, py) -> {
          double dx = (px - plane.width * 0.5) / unit;
          double dy = (py - plane.height * 0.5) / unit;
          double x = dx * cos + dy * sin;
          double y = (dy * cos - dx * sin) / tilt;
          double r = Math.sqrt(x * x + y * y);
          return r > 3 ? 0 : brightness * (disc(x, y, r, band) + bulge(dx, dy, band));
        });
  }

  private double disc(double x, double y, double r, Band band) {
    double turn = Math.atan2(y, x) - WINDING * Math.log(r + 0.08);
    double wave = Math.cos(turn);
    double arm = wave * wave * wave * wave;
    double cloud = clouds.at(x * 7 + 40, y * 7 + 40);
    double knots = cloud * cloud * cloud * 6;
    double lane = Math.cos(turn + 0.55);
    double thin = lane * lane * lane * lane;
    double dust = 1 - 0.75 * thin * thin * thin * clouds.at(x * 5 + 9, y * 5 + 9);
    double old = 0.35 * band.transmits(0.3);
    double young = (0.25 + 1.5 * knots) * arm * band.transmits(band == Band.HYDROGEN ? 1 : -0.8);
    double edge = Math.max(0, 1 - r / 3);
    return (old + young) * dust * edge * Math.exp(-r / 0.42);
  }

  private static double bulge(double dx, double dy, Band band) {
    double r = Math.sqrt(dx * dx + dy * dy);
    return 3.5 * band.transmits(0.8) * Math.exp(-r / 0.055);
  }
}
