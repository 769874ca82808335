package dev.astrocat.thumbs.demo.index;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as capture programs write it: {@code 300}, {@code 0,5 s}, {@code 1.5D+02}, {@code 1/250
 * sec}, {@code -10 °C}. Immutable.
 *
 * @param value finite
 * @param unit letters behind it, lower case; empty when there are none
 */
record Quantity(double value, String unit) {

  private static final Pattern NUMBER =
      Pattern.compile(
          "\\s*([+-]?(?:\\d[\\d.,]*|[.,]\\d+))(?:[eEdD]([+-]?\\d{1,3}))?"
              + "(?:\\s*/\\s*(\\d+(?:\\.\\d+)?))?\\s*(?:°\\s*)?([a-zA-Z]*).*");

  private static final int LONGEST = 60;

  /** What a text starts with; empty if that is no finite number. */
  static Optional<Quantity> parse(String text) {
    Matcher matcher = NUMBER.matcher(text);
    if (text.length() > LONGEST || !matcher.matches()) {
      return Optional.empty();
    }
    String exponent = matcher.group(2) == null ? "" : "e" + matcher.group(2);
    OptionalDouble number = number(plain(matcher.group(1)) + exponent);
    double divisor = matcher.group(3) == null ? 1 : Double.parseDouble(matcher.group(3));
    double value = number.orElse(Double.NaN) / divisor;
    String unit = matcher.group(4).toLowerCase(Locale.ROOT);
    return Double.isFinite(value) ? Optional.of(new Quantity(value, unit)) : Optional.empty();
  }

  /** A lone comma is a decimal one; of commas and a point the commas group thousands. */
  private static String plain(String digits) {
    boolean decimalComma =
        digits.indexOf('.') < 0 && digits.indexOf(',') == digits.lastIndexOf(',');
    return decimalComma ? digits.replace(',', '.') : digits.replace(",", "");
  }

  private static OptionalDouble number(String text) {
    try {
      return OptionalDouble.of(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      return OptionalDouble.empty(); // two points: a version or a date
    }
  }

  /** As seconds, where it can be a time of exposure. */
  OptionalDouble seconds() {
    double factor =
        switch (unit) {
          case "", "s", "sec", "secs", "second", "seconds" -> 1;
          case "ms", "msec", "millisecond", "milliseconds" -> 1e-3;
          case "us", "usec", "microsecond", "microseconds" -> 1e-6;
          case "m", "min", "mins", "minute", "minutes" -> 60;
          case "h", "hr", "hour", "hours" -> 3600;
          default -> Double.NaN;
        };
    double seconds = value * factor;
    return seconds >= 0 ? OptionalDouble.of(seconds) : OptionalDouble.empty();
  }

  /** As degrees Celsius, where it can be a temperature; programs write -999 for none. */
  OptionalDouble celsius() {
    double celsius =
        switch (unit) {
          case "k", "kelvin" -> value - 273.15;
          case "f", "fahrenheit" -> (value - 32) / 1.8;
          case "", "c", "deg", "degc", "celsius", "degrees" -> value;
          default -> Double.NaN;
        };
    return celsius >= -273.15 && celsius < 200
        ? OptionalDouble.of(celsius)
        : OptionalDouble.empty();
  }
}
