package dev.astrocat.thumbs.formats.raw.libraw;

import dev.astrocat.thumbs.formats.raw.engine.RawFrame;

/**
 * What a file says beside its samples. Immutable.
 *
 * @param sensorWidth columns of the visible part
 * @param sensorHeight rows of the visible part
 * @param exifOrientation 1 to 8
 * @param camera maker and model
 */
record Subject(int sensorWidth, int sensorHeight, int exifOrientation, String camera) {

  /** EXIF's number for each of LibRaw's, which are bits: 1 mirrors, 2 flips, 4 transposes. */
  private static final int[] EXIF = {1, 2, 4, 3, 5, 8, 6, 7};

  static Subject of(RawFile raw) {
    String make = raw.make().strip();
    String model = raw.model().strip();
    return new Subject(
        raw.width(), raw.height(), orientation(raw.flip()), (make + ' ' + model).strip());
  }

  /** Some files give degrees where LibRaw's number is due. */
  static int orientation(int flip) {
    return switch (Math.floorMod(flip, 360)) {
      case 90 -> 6;
      case 180 -> 3;
      case 270 -> 8;
      default -> EXIF[flip & 7];
    };
  }

  RawFrame frame(int width, int height, int channels, short[] samples, String process) {
    return new RawFrame(
        width,
        height,
        channels,
        samples,
        sensorWidth,
        sensorHeight,
        exifOrientation,
        camera,
        process);
  }
}
