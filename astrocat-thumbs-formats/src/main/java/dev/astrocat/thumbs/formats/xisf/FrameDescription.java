package dev.astrocat.thumbs.formats.xisf;

import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.Orientation;
import dev.astrocat.thumbs.decode.Range;
import dev.astrocat.thumbs.formats.fits.Header;
import java.util.List;
import java.util.Optional;

/** What the elements in and around an image say about it beyond its shape. */
final class FrameDescription {

  private FrameDescription() {}

  /** Adds all of it to what is known of an image. */
  static ImageInfo describe(ImageInfo shape, Unit unit, Planes planes) {
    Element element = planes.image().element();
    Header keywords = FrameEvidence.keywords(unit, element);
    ImageInfo info =
        shape
            .withEvidence(FrameEvidence.of(unit, element, keywords))
            .withOrientation(orientation(element.attribute("orientation").orElse("0")));
    info = withPlane(info, planes);
    info = withBounds(info, element);
    info = ColourFilters.describe(info, unit, planes, keywords);
    info = DisplayFunctions.describe(info, unit, planes);
    return withProfile(info, unit, element);
  }

  private static ImageInfo withPlane(ImageInfo info, Planes planes) {
    long count = planes.image().geometry().planes();
    if (count == planes.channels()) {
      return info;
    }
    return planes.channels() == 1
        ? info.withDecision("plane", String.valueOf(planes.first()), "one of " + count)
        : info.withDecision("plane", "colour", "the first three of " + count);
  }

  /**
   * The range that black and white have (XISF 1.0 section 11.5, bounds). Floats have to have one;
   * without it 0 to 1 is what everybody writes.
   */
  private static ImageInfo withBounds(ImageInfo info, Element element) {
    Optional<String> bounds = element.attribute("bounds");
    if (bounds.isEmpty()) {
      return info;
    }
    List<Double> ends = PlainText.reals(bounds.get()).orElse(List.of());
    return ends.size() == 2 && ends.get(0) < ends.get(1)
        ? info.withRange(new Range(ends.get(0), ends.get(1)))
        : info.withDecision("bounds", "ignored", "they are " + bounds.get());
  }

  /** Section 11.5: rotated counter-clockwise by so many degrees, then mirrored horizontally. */
  static Orientation orientation(String text) {
    return switch (text.replaceAll("\\s", "")) {
      case "flip", "0;flip" -> Orientation.FLIP_HORIZONTAL;
      case "90" -> Orientation.ROTATE_270;
      case "90;flip" -> Orientation.TRANSVERSE;
      case "-90" -> Orientation.ROTATE_90;
      case "-90;flip" -> Orientation.TRANSPOSE;
      case "180", "-180" -> Orientation.ROTATE_180;
      case "180;flip", "-180;flip" -> Orientation.FLIP_VERTICAL;
      default -> Orientation.IDENTITY;
    };
  }

  /**
   * A profile describes finished colours. Here it is attached to numbers that are proportional to
   * light, and its curve would be applied before the stretch that it is meant to follow.
   */
  private static ImageInfo withProfile(ImageInfo info, Unit unit, Element element) {
    return unit.children(element, "ICCProfile").findAny().isPresent()
        ? info.withDecision("profile", "not applied", "linear data are stretched first")
        : info;
  }
}
