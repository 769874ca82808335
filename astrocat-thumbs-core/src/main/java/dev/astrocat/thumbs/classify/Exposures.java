package dev.astrocat.thumbs.classify;

import dev.astrocat.thumbs.classify.Claim.Stage;
import dev.astrocat.thumbs.decode.Evidence;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Tells a stack by its times: LIVETIME of all exposures, EXPTIME of one (Siril). */
final class Exposures {

  static final Claim LONGER_THAN_ONE =
      Claim.of(Stage.STACK, Certainty.INFERRED, "longer than one exposure");

  /** Written with three decimals at worst; real stacks are at least twice as long. */
  private static final double TOLERANCE = 1.01;

  private Exposures() {}

  /** LIVETIME, if it is longer than an exposure. */
  static Optional<Evidence> combined(List<Evidence> evidence) {
    OptionalDouble one =
        evidence.stream()
            .filter(e -> e.keyword().equals("EXPTIME") || e.keyword().equals("EXPOSURE"))
            .flatMapToDouble(e -> number(e.value()).stream())
            .filter(seconds -> seconds > 0)
            .findFirst();
    return one.isEmpty()
        ? Optional.empty()
        : evidence.stream()
            .filter(e -> e.keyword().equals("LIVETIME"))
            .filter(e -> number(e.value()).orElse(0) > one.getAsDouble() * TOLERANCE)
            .findFirst();
  }

  private static OptionalDouble number(String value) {
    try {
      return OptionalDouble.of(Double.parseDouble(value));
    } catch (NumberFormatException e) {
      return OptionalDouble.empty(); // not a time
    }
  }
}
