package dev.astrocat.thumbs.demo.sample;

import java.util.List;
import java.util.function.Function;

/** Fields in red, green and blue. */
final class ColourFields {

  private static final List<Band> COLOURS = List.of(Band.RED, Band.GREEN, Band.BLUE);
  private static final double SKY = 600;

  private ColourFields() {}

  static ColourPicture nebula(int width, int height, long seed) {
    return picture(
        band -> {
          Plane plane = new Plane(width, height, SKY);
          new Nebula(4200, new SmoothNoise(seed)).shineOn(plane, band);
          Stars.scattered(380, seed + 1).shineOn(plane, band, 1.6);
          return plane;
        });
  }

  static ColourPicture galaxy(int width, int height, long seed) {
    return picture(
        band -> {
          Plane plane = new Plane(width, height, SKY);
          new SpiralGalaxy(6000, 0.47, 0.72, 0.5, new SmoothNoise(seed)).shineOn(plane, band);
          Stars.scattered(200, seed + 1).shineOn(plane, band, 1.4);
          return plane;
        });
  }

  private static ColourPicture picture(Function<Band, Plane> taken) {
    return new ColourPicture(COLOURS.stream().map(taken).toList());
  }
}
