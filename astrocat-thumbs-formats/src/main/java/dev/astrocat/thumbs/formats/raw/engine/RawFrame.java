package dev.astrocat.thumbs.formats.raw.engine;

/**
 * A developed RAW file: linear light, 0 is black and 65,535 the sensor's white, in the primaries of
 * sRGB and with the camera's white balance where it has three channels. Owner of its samples.
 *
 * @param width columns of {@code samples}
 * @param height rows of {@code samples}
 * @param channels 3, or 1 for a kept mosaic and for sensors without colour
 * @param samples unsigned 16 bits, {@code samples[(channel * height + y) * width + x]}
 * @param sensorWidth columns of the sensor's visible part, before any superpixel
 * @param sensorHeight rows of the sensor's visible part
 * @param exifOrientation how the picture is turned to be looked at, 1 to 8; not applied to samples
 * @param camera maker and model
 * @param process how it was developed, in words, such as {@code superpixel RGGB}
 */
public record RawFrame(
    int width,
    int height,
    int channels,
    short[] samples,
    int sensorWidth,
    int sensorHeight,
    int exifOrientation,
    String camera,
    String process) {

  /** Checks that the samples fill the frame. */
  public RawFrame {
    if (width < 1
        || height < 1
        || (channels != 1 && channels != 3)
        || samples.length != (long) width * height * channels) {
      throw new IllegalArgumentException(
          samples.length + " samples are no " + width + "x" + height + "x" + channels);
    }
  }
}
