package dev.astrocat.thumbs.demo.sample;

/** The filter in front of the sensor; everything in the sky shines differently through each. */
enum Band {
  /** All visible light. */
  LUMINANCE,
  /** Red light. */
  RED,
  /** Green light. */
  GREEN,
  /** Blue light. */
  BLUE,
  /** The red line of hydrogen. */
  HYDROGEN;

  /** How much of light of a colour comes through: -1 is blue, 0 is white, 1 is red. */
  double transmits(double redness) {
    return switch (this) {
      case LUMINANCE -> 1;
      case RED -> 1 + 0.45 * redness;
      case GREEN -> 1 - 0.1 * redness * redness;
      case BLUE -> 1 - 0.45 * redness;
      case HYDROGEN -> 0.3 + 0.1 * redness;
    };
  }
}
