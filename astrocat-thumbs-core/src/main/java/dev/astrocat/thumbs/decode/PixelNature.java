package dev.astrocat.thumbs.decode;

/** What the samples of a file mean to an eye, as far as its format tells. */
public enum PixelNature {
  /** Proportional to light, as sensors and stacking software write: FITS, XISF. */
  LINEAR,
  /**
   * Proportional to light, in the primaries of sRGB and with the white balance of the shot: camera
   * RAW. What is not a subframe is shown as the camera would.
   */
  SCENE,
  /** More than 8 bits in an ordinary format: linear or not, the format does not say. */
  UNKNOWN,
  /** Made to be looked at: 8 bits in an ordinary format. */
  DISPLAY_READY
}
