package dev.astrocat.thumbs.encode;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One element of {@code Accept} (RFC 9110 section 12.5.1). Immutable.
 *
 * @param type such as {@code image}, or an asterisk
 * @param subtype such as {@code webp}, or an asterisk
 * @param weight 0 (not wanted) to 1
 */
record MediaRange(String type, String subtype, double weight) {

  private static final String ANY = "*";
  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9a-z-]++"; // section 5.6.2
  private static final Pattern RANGE = Pattern.compile("(" + TOKEN + ")/(" + TOKEN + ")");

  /** Section 12.4.2, and the {@code .2} of Java's own old client. */
  private static final Pattern WEIGHT =
      Pattern.compile("q=(1(?:\\.0{0,3})?|0(?:\\.\\d{0,3})?|\\.\\d{1,3})");

  /**
   * Reads an element in lower case; empty if it breaks the grammar, or has parameters beside its
   * weight, which no picture has.
   */
  static Optional<MediaRange> parse(String element) {
    String[] parts = element.split(";", -1);
    Matcher range = RANGE.matcher(parts[0].strip());
    if (!range.matches()) {
      return Optional.empty();
    }
    double weight = 1;
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip();
      Matcher q = WEIGHT.matcher(parameter);
      if (q.matches()) {
        weight = Double.parseDouble("0" + q.group(1) + "0");
      } else if (!parameter.isEmpty()) { // which section 5.6.6 allows
        return Optional.empty();
      }
    }
    return Optional.of(new MediaRange(range.group(1), range.group(2), weight));
  }

  boolean matches(String mediaType) {
    return switch (specificity()) {
      case 0 -> true;
      case 1 -> mediaType.startsWith(type + "/");
      default -> mediaType.equals(type + "/" + subtype);
    };
  }

  /** 2 for a type, 1 for all subtypes, 0 for everything. */
  int specificity() {
    if (!subtype.equals(ANY)) {
      return 2;
    }
    return type.equals(ANY) ? 0 : 1;
  }

  boolean isNamedAndWanted() {
    return specificity() == 2 && weight > 0;
  }
}
