package dev.astrocat.thumbs.formats.xisf;

import dev.astrocat.thumbs.decode.CfaPattern;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.RowOrder;
import dev.astrocat.thumbs.formats.fits.FrameKeywords;
import dev.astrocat.thumbs.formats.fits.Header;
import java.util.Optional;

/** The colour filters over the pixels of a mosaic (XISF 1.0 section 11.10). */
final class ColourFilters {

  /** Patterns are 2 or 6 pixels wide; this is room for what sensors may come. */
  private static final int MAX_SIDE = 64;

  private ColourFilters() {}

  /** Adds the pattern of a one-channel image; of one that is named but not known, only a note. */
  static ImageInfo describe(ImageInfo info, Unit unit, Planes planes, Header keywords) {
    ImageElement image = planes.image();
    if (image.colourChannels() != 1 || planes.first() != 0) {
      return info;
    }
    Optional<Element> element = unit.children(image.element(), "ColorFilterArray").findFirst();
    if (element.isPresent()) {
      Optional<CfaPattern> pattern = pattern(element.get());
      return pattern.isPresent()
          ? info.withCfa(pattern)
          : info.withDecision(
              "demosaic",
              "off",
              "filters " + element.get().attribute("pattern").orElse("without a pattern"));
    }
    // The keyword counts from the top, and so do the rows of XISF.
    return image.geometry().channels() == 1
        ? info.withCfa(FrameKeywords.cfa(keywords, RowOrder.TOP_DOWN, info.height()))
        : info;
  }

  private static Optional<CfaPattern> pattern(Element element) {
    String letters = element.attribute("pattern").orElse("");
    long width = side(element, "width");
    long height = side(element, "height");
    boolean known =
        width >= 1
            && height >= 1
            && width <= MAX_SIDE
            && height <= MAX_SIDE
            && letters.length() == width * height
            && letters.matches("[RGB]+")
            && letters.chars().distinct().count() == 3;
    return known
        ? Optional.of(new CfaPattern((int) width, (int) height, letters))
        : Optional.empty();
  }

  private static long side(Element element, String attribute) {
    return PlainText.unsigned(element.attribute(attribute).orElse("")).orElse(0);
  }
}
