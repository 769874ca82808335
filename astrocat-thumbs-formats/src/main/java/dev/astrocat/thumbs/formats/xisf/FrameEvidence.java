package dev.astrocat.thumbs.formats.xisf;

import dev.astrocat.thumbs.decode.Evidence;
import dev.astrocat.thumbs.formats.fits.FrameKeywords;
import dev.astrocat.thumbs.formats.fits.Header;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a unit says about the kind of frame that an image is: its type, keywords, properties. */
final class FrameEvidence {

  /** Properties that tell of equipment, exposure and processing (XISF 1.0 section 11.1). */
  private static final List<String> PROPERTIES =
      List.of(
          "Observation:",
          "Instrument:",
          "PCL:Signature:",
          "PCL:AstrometricSolution:ProjectionSystem",
          "XISF:Creator");

  /** Enough for every property that cameras and PixInsight write, and for a long history. */
  private static final int MOST = 300;

  private static final int LONGEST_VALUE = 200;

  private FrameEvidence() {}

  /** What its FITS keywords say. */
  static Header keywords(Unit unit, Element image) {
    return Header.of(
        keywordElements(unit, image)
            .filter(keyword -> keyword.attribute("name").isPresent())
            .map(
                keyword ->
                    Map.entry(
                        keyword.attribute("name").orElse(""),
                        keyword.attribute("value").orElse("")))
            .toList());
  }

  /** The FITS keywords of an image (section 11.6), or of the whole unit where it has none. */
  private static Stream<Element> keywordElements(Unit unit, Element image) {
    List<Element> own = unit.children(image, "FITSKeyword").toList();
    return own.isEmpty() ? unit.children(unit.root(), "FITSKeyword") : own.stream();
  }

  static List<Evidence> of(Unit unit, Element image, Header keywords) {
    Stream<Evidence> kind =
        ImageElement.kind(image).map(type -> new Evidence("IMAGETYPE", shortened(type))).stream();
    Stream<Evidence> properties =
        Stream.of(
                unit.children(image, "Property"),
                unit.children(unit.root(), "Metadata")
                    .flatMap(metadata -> metadata.children("Property")),
                unit.children(unit.root(), "Property"))
            .flatMap(elements -> elements)
            .flatMap(property -> property(property).stream());
    return Stream.of(
            kind, FrameKeywords.evidence(keywords).stream(), properties, history(unit, image))
        .flatMap(evidence -> evidence)
        .limit(MOST)
        .toList();
  }

  /** Values that are stored as data blocks are vectors and the like, and tell nothing here. */
  private static Optional<Evidence> property(Element property) {
    String id = property.attribute("id").orElse("");
    boolean telling = PROPERTIES.stream().anyMatch(id::startsWith);
    if (!telling || property.attribute("location").isPresent()) {
      return Optional.empty();
    }
    String value = property.attribute("value").orElse(property.text().strip());
    return value.isEmpty() ? Optional.empty() : Optional.of(new Evidence(id, shortened(value)));
  }

  /** The text of a HISTORY is in its comment. */
  private static Stream<Evidence> history(Unit unit, Element image) {
    return keywordElements(unit, image)
        .filter(keyword -> keyword.attribute("name").orElse("").equalsIgnoreCase("HISTORY"))
        .flatMap(
            keyword -> keyword.attribute("comment").or(() -> keyword.attribute("value")).stream())
        .map(text -> new Evidence("HISTORY", shortened(text)));
  }

  private static String shortened(String value) {
    return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE);
  }
}
