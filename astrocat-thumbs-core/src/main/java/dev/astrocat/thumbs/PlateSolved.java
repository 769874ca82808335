package dev.astrocat.thumbs;

/**
 * What it means for a file of which nobody says whether it is a subframe that it holds a plate
 * solution.
 */
public enum PlateSolved {
  /** Nothing: single exposures are solved as well as stacks. It is reported. */
  IS_REPORTED,
  /** That it is no subframe: for hosts whose files are solved only after they were combined. */
  MEANS_NO_SUBFRAME
}
