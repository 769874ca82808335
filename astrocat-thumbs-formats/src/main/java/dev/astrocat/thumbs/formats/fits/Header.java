package dev.astrocat.thumbs.formats.fits;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.decode.SampleType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The keywords of one HDU and their values as text; where a keyword is repeated the first one
 * stands. Of comments the HISTORY is kept. Immutable.
 */
public final class Header {

  private final Map<String, String> values;
  private final List<String> history;

  Header(Map<String, String> values) {
    this(values, List.of());
  }

  Header(Map<String, String> values, List<String> history) {
    this.values = values;
    this.history = history;
  }

  /**
   * A header that another format carries.
   *
   * @param cards keyword and value, strings in quotes, in the order of the file
   */
  public static Header of(List<Map.Entry<String, String>> cards) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Map.Entry<String, String> card : cards) {
      String value = card.getValue().strip();
      values.putIfAbsent(
          card.getKey().strip().toUpperCase(Locale.ROOT),
          value.startsWith("'") ? Card.unquote(value) : value);
    }
    return new Header(values);
  }

  /** This header, with the keywords of {@code primary} that it lacks. */
  Header inheriting(Header primary) {
    Map<String, String> merged = new LinkedHashMap<>(primary.values);
    merged.putAll(values);
    return new Header(merged, Stream.concat(primary.history.stream(), history.stream()).toList());
  }

  /** A value without quotes and padding; empty when the keyword is missing or has none. */
  public Optional<String> text(String keyword) {
    return Optional.ofNullable(values.get(keyword)).filter(value -> !value.isEmpty());
  }

  /** The HISTORY, line by line; that of other formats is not in here. */
  List<String> history() {
    return history;
  }

  /** Whether a logical keyword is true (FITS 4.0 section 4.2.2). */
  public boolean isTrue(String keyword) {
    return "T".equals(values.get(keyword));
  }

  /** A whole number; empty when missing or something else. */
  public OptionalLong integer(String keyword) {
    OptionalDouble number = real(keyword);
    String value = values.getOrDefault(keyword, "");
    try {
      return number.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(value));
    } catch (NumberFormatException e) {
      // Some writers give whole numbers a fraction: BLANK = -32768.0
      double real = number.orElse(0.5);
      boolean whole = real == Math.rint(real) && Math.abs(real) < 0x1p53;
      return whole ? OptionalLong.of((long) real) : OptionalLong.empty();
    }
  }

  /** A number; empty when missing or not a number, which lets a broken optional keyword pass. */
  public OptionalDouble real(String keyword) {
    String value = values.get(keyword);
    if (value == null) {
      return OptionalDouble.empty();
    }
    try {
      // FITS 4.0 section 4.2.4: the exponent may be written with a D.
      return OptionalDouble.of(Double.parseDouble(value.replace('D', 'E').replace('d', 'e')));
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  /**
   * A whole number that the file cannot do without.
   *
   * @throws DecodeException {@code DATA_MALFORMED} when it is missing or outside the bounds
   */
  public long require(String keyword, long least, long most) {
    OptionalLong value = integer(keyword);
    if (value.isEmpty() || value.getAsLong() < least || value.getAsLong() > most) {
      throw DecodeException.malformed(
          "FITS: "
              + keyword
              + " is "
              + text(keyword).orElse("missing")
              + ", must be a whole number from "
              + least
              + (most == Long.MAX_VALUE ? "" : " to " + most));
    }
    return value.getAsLong();
  }

  /**
   * The sample type that BITPIX, or ZBITPIX of a compressed image, stands for (FITS 4.0 section
   * 4.4.1.1).
   *
   * @throws DecodeException {@code DATA_MALFORMED} for any other number
   */
  public SampleType sampleType(String keyword) {
    int bitpix = (int) require(keyword, -64, 64);
    return switch (bitpix) {
      case 8 -> SampleType.U8;
      case 16 -> SampleType.S16;
      case 32 -> SampleType.S32;
      case 64 -> SampleType.S64;
      case -32 -> SampleType.F32;
      case -64 -> SampleType.F64;
      default -> throw DecodeException.malformed("FITS: " + keyword + " is " + bitpix);
    };
  }

  /** The same as {@link #require} for a keyword that has a default. */
  public long optional(String keyword, long least, long most, long otherwise) {
    return values.containsKey(keyword) ? require(keyword, least, most) : otherwise;
  }
}
