package dev.astrocat.thumbs;

/** Whether a picture is a single exposure, which is always stretched by its look's STF. */
public enum Subframe {
  /** It is: stretched, even a JPEG. */
  YES,
  /** It is not. */
  NO,
  /** Let the file's own evidence decide, and report why. */
  AUTO
}
