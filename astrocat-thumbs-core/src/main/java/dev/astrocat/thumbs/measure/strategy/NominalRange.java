package dev.astrocat.thumbs.measure.strategy;

import dev.astrocat.thumbs.Decision;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.Range;
import dev.astrocat.thumbs.measure.Distribution;
import dev.astrocat.thumbs.measure.Statistics;
import java.util.List;
import java.util.Optional;

/**
 * The physical values that stand for black and white before any stretch: what the file declares, or
 * what its integers can hold. Where neither says anything useful, a range that programs use, wide
 * enough for the largest value. Immutable.
 *
 * <p>Undeclared are floats, integers of more than 16 bits, which rarely fill them, and signed
 * integers, whose negative half is mostly unused. For them the upper end is 1 up to a value of
 * 1.01, else {@code 2^n - 1} with the smallest {@code n} of 16, 20, 24... that is enough (KStars
 * and Siril: 1 or 65535). The lower end is 0, and values below are black; but where half of the
 * image is not above 0, as after subtraction of a background, it is {@code median - 2.8 MADN}.
 *
 * @param range black and white
 * @param decision how it was found, where the file does not say it
 */
record NominalRange(Range range, Optional<Decision> decision) {

  private static final double ONE = 1.01;
  private static final int LEAST_BITS = 16;
  private static final int MOST_BITS = 64;
  private static final int STEP_BITS = 4;

  static NominalRange of(Statistics statistics) {
    ImageInfo info = statistics.info();
    Range own = info.representableRange();
    boolean useful = !info.type().isFloat() && info.type().bytes() <= 2 && own.low() >= 0;
    if (info.range().isPresent() || useful) {
      return new NominalRange(own, Optional.empty());
    }
    Distribution values = statistics.joint();
    Range extent = values.extent();
    double high = extent.high() <= 0 ? extent.high() : top(extent.high());
    double low = extent.low() >= 0 ? 0 : floor(values, extent);
    Range range = new Range(Math.min(low, high), high);
    String reason =
        "the file declares no range, and its values go from %s to %s"
            .formatted(extent.low(), extent.high());
    return new NominalRange(
        range, Optional.of(new Decision("range", range.low() + " to " + range.high(), reason)));
  }

  List<Decision> decisions() {
    return decision.stream().toList();
  }

  private static double top(double max) {
    if (max <= ONE) {
      return 1;
    }
    for (int bits = LEAST_BITS; bits <= MOST_BITS; bits += STEP_BITS) {
      double top = Math.scalb(1.0, bits) - 1;
      if (max <= top) {
        return top;
      }
    }
    return max;
  }

  private static double floor(Distribution values, Range extent) {
    Distribution.Centre centre = values.centre(extent);
    if (between(extent, centre.median()) > 0) {
      return 0;
    }
    double shadows = centre.median() + AdaptivePoints.CLIPPING * AdaptivePoints.MADN * centre.mad();
    return between(extent, Math.max(0, shadows));
  }

  /** The value at 0..1 of a range, whose width may be more than a double holds. */
  private static double between(Range range, double at) {
    return range.low() * (1 - at) + range.high() * at;
  }
}
