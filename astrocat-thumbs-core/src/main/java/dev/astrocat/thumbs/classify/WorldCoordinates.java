package dev.astrocat.thumbs.classify;

import dev.astrocat.thumbs.decode.Evidence;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds a plate solution: celestial axes, a reference value for each, and a scale (Calabretta and
 * Greisen 2002, FITS 4.0 section 8). RA, DEC and OBJCTRA tell only where a mount was pointed.
 */
final class WorldCoordinates {

  private static final String PIXINSIGHT = "PCL:AstrometricSolution:ProjectionSystem";
  private static final Pattern LONGITUDE = Pattern.compile("(RA-|GLON|ELON).*");
  private static final Pattern LATITUDE = Pattern.compile("(DEC-|GLAT|ELAT).*");
  private static final Pattern NOT_ZERO = Pattern.compile("\\s*[+-]?[0.]*[1-9]");
  private static final List<String> SCALES =
      List.of("CD1_1", "CD1_2", "CDELT1", "PC1_1", "PC001001");

  private WorldCoordinates() {}

  /** The evidence that shows it: the first axis, or the property. */
  static Optional<Evidence> in(List<Evidence> evidence) {
    Map<String, Evidence> byKeyword =
        evidence.stream().collect(Collectors.toMap(Evidence::keyword, e -> e, (a, b) -> a));
    Optional<Evidence> own = Optional.ofNullable(byKeyword.get(PIXINSIGHT));
    boolean solved =
        isCelestial(byKeyword)
            && byKeyword.containsKey("CRVAL1")
            && byKeyword.containsKey("CRVAL2")
            && SCALES.stream().map(byKeyword::get).anyMatch(WorldCoordinates::isScale);
    return solved ? Optional.ofNullable(byKeyword.get("CTYPE1")) : own;
  }

  private static boolean isCelestial(Map<String, Evidence> byKeyword) {
    String first = axis(byKeyword.get("CTYPE1"));
    String second = axis(byKeyword.get("CTYPE2"));
    return LONGITUDE.matcher(first).matches() && LATITUDE.matcher(second).matches()
        || LATITUDE.matcher(first).matches() && LONGITUDE.matcher(second).matches();
  }

  /** Some programs write a matrix of zeros before they have solved anything. */
  private static boolean isScale(@Nullable Evidence scale) {
    return scale != null && NOT_ZERO.matcher(scale.value()).lookingAt();
  }

  private static String axis(@Nullable Evidence axis) {
    return axis == null ? "" : axis.value().toUpperCase(Locale.ROOT);
  }
}
