package dev.astrocat.thumbs;

/** Whether a picture is made small in linear values or in stretched ones. */
public enum Reduction {
  /** Stretched to 8 bits, then reduced: the documented pipeline. */
  AFTER_STRETCH,
  /** Reduced in linear values, then stretched: noise averages to what it was before the bend. */
  BEFORE_STRETCH
}
