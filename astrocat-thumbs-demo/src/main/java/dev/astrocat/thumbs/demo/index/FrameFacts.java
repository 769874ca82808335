package dev.astrocat.thumbs.demo.index;

import dev.astrocat.thumbs.Inspection;
import dev.astrocat.thumbs.classify.FrameKind;
import dev.astrocat.thumbs.decode.Evidence;
import dev.astrocat.thumbs.demo.catalog.Frame;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;

/** Makes a catalog's record of what headers say. Stateless. */
final class FrameFacts {

  private static final int LONGEST_TEXT = 200;

  private static final List<String> OBJECT = List.of("OBJECT", "Observation:Object:Name");
  private static final List<String> FILTER = List.of("FILTER", "Instrument:Filter:Name");
  private static final List<String> EXPOSURE =
      List.of("EXPTIME", "EXPOSURE", "Instrument:ExposureTime");
  private static final List<String> GAIN = List.of("GAIN", "Instrument:Camera:Gain");
  private static final List<String> TEMPERATURE =
      List.of(
          "CCD-TEMP",
          "Instrument:Sensor:Temperature",
          "SET-TEMP",
          "Instrument:Sensor:TargetTemperature");
  private static final List<String> CAPTURED = List.of("DATE-OBS", "Observation:Time:Start");

  private FrameFacts() {}

  /**
   * The record of an image.
   *
   * @param camera what stands in for keywords that are missing
   */
  static Frame of(Inspection inspection, CameraFacts camera) {
    List<Evidence> evidence = inspection.info().evidence();
    FrameKind kind = inspection.classification().kind();
    return new Frame(
        inspection.info().width(),
        inspection.info().height(),
        kind,
        Frame.subtypeOf(kind),
        inspection.classification().plateSolved(),
        first(evidence, OBJECT, FrameFacts::text),
        first(evidence, FILTER, FrameFacts::text),
        or(number(evidence, EXPOSURE, Quantity::seconds), camera.exposureSeconds()),
        or(number(evidence, GAIN, q -> OptionalDouble.of(q.value())), camera.iso()),
        number(evidence, TEMPERATURE, Quantity::celsius),
        first(evidence, CAPTURED, Moments::parse).or(camera::captured),
        inspection.decoder());
  }

  /** What the first of the keywords says that says anything usable. */
  private static <T> Optional<T> first(
      List<Evidence> evidence, List<String> keywords, Function<String, Optional<T>> reading) {
    return keywords.stream()
        .flatMap(keyword -> values(evidence, keyword))
        .flatMap(value -> reading.apply(value).stream())
        .findFirst();
  }

  private static Stream<String> values(List<Evidence> evidence, String keyword) {
    return evidence.stream().filter(e -> e.keyword().equals(keyword)).map(Evidence::value);
  }

  private static OptionalDouble number(
      List<Evidence> evidence, List<String> keywords, Function<Quantity, OptionalDouble> reading) {
    return first(
            evidence,
            keywords,
            value -> Quantity.parse(value).map(reading).filter(OptionalDouble::isPresent))
        .orElse(OptionalDouble.empty());
  }

  private static OptionalDouble or(OptionalDouble one, OptionalDouble other) {
    return one.isPresent() ? one : other;
  }

  /** Databases take neither NUL nor half a surrogate pair. */
  private static Optional<String> text(String value) {
    StringBuilder clean = new StringBuilder();
    value
        .codePoints()
        .limit(LONGEST_TEXT)
        .map(c -> Character.isISOControl(c) ? ' ' : c)
        .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
        .forEach(clean::appendCodePoint);
    return Optional.of(clean.toString().strip()).filter(text -> !text.isEmpty());
  }
}
