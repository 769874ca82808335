package dev.astrocat.thumbs.demo.render;

/** Tells people or programs what became of the files, in the order in which they were named. */
@FunctionalInterface
interface OutcomePrinter {

  /** Prints one line. */
  void print(Outcome outcome);
}
