package dev.astrocat.thumbs.formats.raw.engine;

/**
 * What is wanted of a RAW file, and what it may take. Immutable.
 *
 * @param mosaic what becomes of the filter mosaic
 * @param maxPixels most pixels of the sensor, margins and all
 * @param maxSide longest side of the sensor in pixels
 * @param maxFrameBytes most memory for the finished samples, on both sides
 * @param maxWorkBytes most native memory for the file and what becomes of it before that
 */
public record Development(
    Mosaic mosaic, long maxPixels, int maxSide, long maxFrameBytes, long maxWorkBytes) {

  /** What becomes of a filter mosaic. */
  public enum Mosaic {
    /** Each block of filters becomes one coloured pixel. */
    SUPERPIXEL,
    /** The mosaic is shown as it is, grey, black level subtracted, white at 65,535. */
    KEPT,
    /** Nothing is unpacked: the frame is one black pixel, with what the headers say. */
    UNREAD
  }
}
