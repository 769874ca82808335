package dev.astrocat.thumbs.classify;

/** How a fact about a frame is known, the surest first. */
public enum Certainty {
  /** A keyword or property says so. */
  STATED,
  /** It follows from traces: a history, a program's name, two times that differ, the format. */
  INFERRED,
  /** Only a name hints at it, or nothing at all. */
  ASSUMED
}
