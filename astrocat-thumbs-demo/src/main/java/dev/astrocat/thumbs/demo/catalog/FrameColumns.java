package dev.astrocat.thumbs.demo.catalog;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jdbi.v3.core.Handle;

/** The columns that a header fills. */
final class FrameColumns {

  private static final int LONGEST_OBJECT = 300;
  private static final int LONGEST_FILTER = 100;
  private static final int LONGEST_DECODER = 100;

  /** Times that both databases can keep. */
  private static final Instant EARLIEST = Instant.parse("0001-01-02T00:00:00Z");

  private static final Instant LATEST = Instant.parse("9999-12-30T00:00:00Z");

  private static final String UPDATE =
      """
      update images set file_size_bytes = :size, file_modified_nanos = :modified,
        width_pixels = :width, height_pixels = :height, kind = :kind, found_subtype = :subtype,
        is_plate_solved = :solved, object_name = :object, filter_name = :filter,
        exposure_seconds = :exposure, gain = :gain, temperature_celsius = :temperature,
        captured_at = :captured, decoder = :decoder
      where id = :id
      """;

  private FrameColumns() {}

  static void write(Handle handle, long id, long size, long modifiedNanos, Frame frame) {
    Optional<Instant> captured =
        frame.captured().filter(t -> t.isAfter(EARLIEST) && t.isBefore(LATEST));
    handle
        .createUpdate(UPDATE)
        .bind("size", size)
        .bind("modified", modifiedNanos)
        .bind("width", frame.width())
        .bind("height", frame.height())
        .bind("kind", frame.kind().name())
        .bind("subtype", frame.subtype().map(Enum::name))
        .bind("solved", frame.plateSolved())
        .bind("object", Texts.clean(frame.object(), LONGEST_OBJECT))
        .bind("filter", Texts.clean(frame.filter(), LONGEST_FILTER))
        .bind("exposure", finite(frame.exposureSeconds()))
        .bind("gain", finite(frame.gain()))
        .bind("temperature", finite(frame.temperatureCelsius()))
        .bind("captured", captured)
        .bind("decoder", Texts.clean(frame.decoder(), LONGEST_DECODER))
        .bind("id", id)
        .execute();
  }

  private static Optional<Double> finite(OptionalDouble number) {
    return number.isPresent() && Double.isFinite(number.getAsDouble())
        ? Optional.of(number.getAsDouble())
        : Optional.empty();
  }
}
