package dev.astrocat.thumbs.demo.index;

import dev.astrocat.thumbs.demo.catalog.Frame;
import dev.astrocat.thumbs.demo.catalog.Problem;

/** What came of reading a file's headers. Immutable. */
sealed interface Reading {

  /** They tell of a frame. */
  record Described(Frame frame) implements Reading {}

  /** They could not be read. */
  record Unreadable(Problem problem) implements Reading {}
}
