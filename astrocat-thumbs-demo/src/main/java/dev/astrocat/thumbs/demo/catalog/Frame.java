package dev.astrocat.thumbs.demo.catalog;

import dev.astrocat.thumbs.classify.FrameKind;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a look into an image's header told. Immutable.
 *
 * @param width pixels from left to right, as stored
 * @param height pixels from top to bottom, as stored
 * @param kind what kind of frame it is
 * @param subtype the documented subtype, where the kind tells it
 * @param plateSolved whether it carries world coordinates
 * @param object what was photographed
 * @param filter through which filter
 * @param exposureSeconds how long one exposure was
 * @param gain gain or ISO
 * @param temperatureCelsius of the sensor
 * @param captured when the exposure began
 * @param decoder id of the decoder that opened it
 */
public record Frame(
    int width,
    int height,
    FrameKind kind,
    Optional<Subtype> subtype,
    boolean plateSolved,
    Optional<String> object,
    Optional<String> filter,
    OptionalDouble exposureSeconds,
    OptionalDouble gain,
    OptionalDouble temperatureCelsius,
    Optional<Instant> captured,
    String decoder) {

  /** The subtype that a kind of frame has: exposures and stacks have one. */
  public static Optional<Subtype> subtypeOf(FrameKind kind) {
    if (kind.isSingleExposure()) {
      return Optional.of(Subtype.SUB_FRAME);
    }
    return kind.isStack() ? Optional.of(Subtype.INTEGRATION_MASTER) : Optional.empty();
  }
}
