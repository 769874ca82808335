package dev.astrocat.thumbs.formats.xisf;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Numbers in attributes (XISF 1.0 section 8.3). */
final class PlainText {

  private static final Pattern REAL =
      Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
  private static final Pattern UNSIGNED = Pattern.compile("[+]?\\d{1,19}");
  private static final int MAX_REAL_LENGTH = 400;

  private PlainText() {}

  /** A whole number, not negative; empty for anything else, or one above 2^63 - 1. */
  static OptionalLong unsigned(String text) {
    String number = text.strip();
    if (!UNSIGNED.matcher(number).matches()) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Long.parseLong(number));
    } catch (NumberFormatException e) {
      return OptionalLong.empty(); // 19 digits, and more than a long holds
    }
  }

  /** A finite number; empty for anything else. */
  static OptionalDouble real(String text) {
    String number = text.strip();
    if (number.length() > MAX_REAL_LENGTH || !REAL.matcher(number).matches()) {
      return OptionalDouble.empty();
    }
    double value = Double.parseDouble(number);
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  /** Finite numbers with colons between; empty if one of them is not. */
  static Optional<List<Double>> reals(String text) {
    List<OptionalDouble> numbers =
        Pattern.compile(":").splitAsStream(text).limit(16).map(PlainText::real).toList();
    return numbers.stream().allMatch(OptionalDouble::isPresent)
        ? Optional.of(numbers.stream().map(OptionalDouble::getAsDouble).toList())
        : Optional.empty();
  }
}
