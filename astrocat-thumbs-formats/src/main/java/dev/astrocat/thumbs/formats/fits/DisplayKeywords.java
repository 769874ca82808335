package dev.astrocat.thumbs.formats.fits;

import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.Range;
import dev.astrocat.thumbs.decode.SampleType;
import dev.astrocat.thumbs.decode.StoredStretch;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Black and white points that programs leave in headers, in physical values. */
final class DisplayKeywords {

  /** MaxIm's; those of IRIS and Siril, for integers and for floats; and the standard's extremes. */
  private static final List<Pair> PAIRS =
      List.of(
          new Pair("CBLACK", "CWHITE"),
          new Pair("MIPS-LO", "MIPS-HI"),
          new Pair("MIPS-FLO", "MIPS-FHI"),
          new Pair("DATAMIN", "DATAMAX")); // FITS 4.0 section 4.4.2.5

  private DisplayKeywords() {}

  /** Adds the first pair of keywords that makes sense. */
  static ImageInfo describe(ImageInfo info, Header own) {
    return PAIRS.stream()
        .filter(pair -> pair.suits(info.type()))
        .flatMap(pair -> pair.window(own, info).stream())
        .findFirst()
        .map(info::withStoredStretch)
        .orElse(info);
  }

  private record Pair(String black, String white) {

    /** The MIPS keywords count in 16 bits, but of floats, which are 0 to 1, in theirs. */
    boolean suits(SampleType type) {
      return !black.startsWith("MIPS") || type.isFloat() == black.equals("MIPS-FLO");
    }

    Optional<StoredStretch> window(Header own, ImageInfo info) {
      OptionalDouble low = own.real(black);
      OptionalDouble high = own.real(white);
      boolean usable =
          low.isPresent()
              && high.isPresent()
              && Double.isFinite(low.getAsDouble())
              && Double.isFinite(high.getAsDouble())
              && low.getAsDouble() < high.getAsDouble();
      if (!usable) {
        return Optional.empty();
      }
      Range points = new Range(low.getAsDouble(), high.getAsDouble());
      String keywords = black + " and " + white;
      return canShow(points, info)
          ? Optional.of(new StoredStretch.Window(keywords, points))
          : Optional.empty();
    }

    /** Points that none of the type's integers lies between are of another scale. */
    private static boolean canShow(Range points, ImageInfo info) {
      Range possible = info.representableRange();
      return info.type().isFloat()
          || (points.low() < possible.high() && points.high() > possible.low());
    }
  }
}
