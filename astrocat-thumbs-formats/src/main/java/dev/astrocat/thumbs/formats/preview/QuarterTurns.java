package dev.astrocat.thumbs.formats.preview;

/** Turns in degrees, as containers other than TIFF write them. */
final class QuarterTurns {

  private QuarterTurns() {}

  /** The EXIF value for so many degrees clockwise; 1 for what is no quarter turn. */
  static int exif(int degrees) {
    return switch (Math.floorMod(degrees, 360)) {
      case 90 -> 6;
      case 180 -> 3;
      case 270 -> 8;
      default -> 1;
    };
  }
}
