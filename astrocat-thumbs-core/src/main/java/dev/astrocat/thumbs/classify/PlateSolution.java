package dev.astrocat.thumbs.classify;

/** Whether a file tells where on the sky each of its pixels is. */
public enum PlateSolution {
  /** It does: by a celestial world coordinate system, or PixInsight's own solution. */
  SOLVED,
  /** It does not; it may still say where the telescope was pointed. */
  NONE
}
