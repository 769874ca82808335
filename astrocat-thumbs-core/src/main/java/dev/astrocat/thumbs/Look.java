package dev.astrocat.thumbs;

/** A bundle of choices, so that nobody must know twenty switches; each can be overridden. */
public enum Look {
  /** The documented look: raw-MAD STF for subframes, percentiles for other high-bit-depth data. */
  ASTROCAT,
  /** What PixInsight shows. */
  PIXINSIGHT
}
