package dev.astrocat.thumbs.classify;

import java.util.Optional;

/**
 * What one piece of evidence says. Immutable.
 *
 * @param type what the shutter was opened for, if it says that
 * @param stage how far the frame has come, if it says that
 * @param certainty how much it weighs
 * @param says the same in words
 */
record Claim(Optional<FrameType> type, Stage stage, Certainty certainty, String says) {

  /** How far a frame has come; the later outranks the earlier. */
  enum Stage {
    /** Not said. */
    OPEN,
    /** One exposure. */
    SINGLE,
    /** Several combined. */
    STACK,
    /** No longer proportional to light. */
    PROCESSED,
    /** A by-product. */
    MAP,
    /** Made to be looked at. */
    FINISHED
  }

  static Claim of(FrameType type, Certainty certainty) {
    return new Claim(Optional.of(type), Stage.OPEN, certainty, type.words());
  }

  static Claim of(Stage stage, Certainty certainty, String says) {
    return new Claim(Optional.empty(), stage, certainty, says);
  }

  static Claim master(Optional<FrameType> type, Certainty certainty) {
    String says = type.map(t -> "master of " + t.words() + "s").orElse("several frames combined");
    return new Claim(type, Stage.STACK, certainty, says);
  }

  /** Worth knowing, and no more. */
  static Claim aside(String says) {
    return of(Stage.OPEN, Certainty.INFERRED, says);
  }

  boolean isAside() {
    return type.isEmpty() && stage == Stage.OPEN;
  }
}
