package dev.astrocat.thumbs.formats.raw.engine;

/**
 * What is wanted of a RAW file, and what it may take. Immutable.
 *
 * @param mosaic what becomes of the filter mosaic
 * @param maxPixels most pixels of the sensor, margins and all
 * @param maxSide longest side of the sensor in pixels
 * @param maxBytes most memory for samples, all together
 */
public record Development(Mosaic mosaic, long maxPixels, int maxSide, long maxBytes) {

  /** What becomes of a filter mosaic. */
  public enum Mosaic {
    /** Each block of filters becomes one coloured pixel. */
    SUPERPIXEL,
    /** The mosaic is shown as it is, grey, black level subtracted, white at 65,535. */
    KEPT
  }
}
