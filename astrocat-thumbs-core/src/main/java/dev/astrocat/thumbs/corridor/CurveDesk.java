package dev.astrocat.thumbs.corridor;

import dev.astrocat.thumbs.Decision;
import dev.astrocat.thumbs.StretchChoice;
import dev.astrocat.thumbs.cache.entry.CurveKey;
import dev.astrocat.thumbs.cache.entry.CurveShelf;
import dev.astrocat.thumbs.measure.Stretch;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Gives tone curves: kept ones, or new ones which it keeps. Thread-safe.
 *
 * @param shelf where curves are kept
 */
record CurveDesk(Optional<CurveShelf> shelf) {

  /**
   * A tone curve, and where it comes from.
   *
   * @param stretch the curve
   * @param decision {@code curve}: {@code computed} or {@code reused}
   */
  record Curve(Stretch stretch, Decision decision) {}

  Curve curve(CurveKey key, StretchChoice choice, Supplier<Stretch> measure) {
    if (choice instanceof StretchChoice.Levels) {
      return computed(measure.get(), "given levels need no statistics");
    }
    if (shelf.isEmpty()) {
      return computed(measure.get(), "there is no cache to keep it");
    }
    return shelf
        .get()
        .find(key)
        .map(kept -> new Curve(kept, decision("reused", "kept for this version of the source")))
        .orElseGet(() -> computedAndKept(key, measure.get()));
  }

  private Curve computedAndKept(CurveKey key, Stretch stretch) {
    shelf.ifPresent(curves -> curves.store(key, stretch));
    return computed(stretch, "none was kept for this version of the source");
  }

  private static Curve computed(Stretch stretch, String reason) {
    return new Curve(stretch, decision("computed", reason));
  }

  private static Decision decision(String value, String reason) {
    return new Decision("curve", value, reason);
  }
}
