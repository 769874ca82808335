package dev.astrocat.thumbs.demo.render;

import dev.astrocat.thumbs.Reduction;

/** When pictures are made small, in the words of the command line. */
enum ReductionTime {
  BEFORE(Reduction.BEFORE_STRETCH),
  AFTER(Reduction.AFTER_STRETCH);

  private final Reduction choice;

  ReductionTime(Reduction choice) {
    this.choice = choice;
  }

  Reduction choice() {
    return choice;
  }
}
