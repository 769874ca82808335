package dev.astrocat.thumbs.demo.index;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads when an image was taken. What names no offset counts as UTC: FITS says so (FITS 4.0 section
 * 4.4.2.1), and the clocks of cameras are a matter of luck. Stateless.
 */
final class Moments {

  /** ISO 8601 in all the ways that programs write it, and EXIF's colons. */
  private static final Pattern DATE =
      Pattern.compile(
          "\\s*(\\d{4})[-:/.](\\d{1,2})[-:/.](\\d{1,2})(?:[T\\s]\\s*(\\S.*?))?\\s*",
          Pattern.CASE_INSENSITIVE);

  /** Before 1999: day, month, and the year without its century (FITS 4.0 section 4.4.2.1). */
  private static final Pattern OLD_DATE =
      Pattern.compile("\\s*(\\d{1,2})/(\\d{1,2})/(\\d{2})(?:[T\\s]\\s*(\\S.*?))?\\s*");

  private static final Pattern TIME =
      Pattern.compile(
          "(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:[.,](\\d+))?)?\\s*"
              + "(?:Z|UTC?|GMT|([+-])(\\d{2}):?(\\d{2}))?",
          Pattern.CASE_INSENSITIVE);

  private static final int LONGEST = 60;

  private Moments() {}

  /** The instant that a text names; midnight if it names a day, empty if neither. */
  static Optional<Instant> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      Matcher date = DATE.matcher(text);
      if (date.matches()) {
        return Optional.of(instant(number(date, 1), number(date, 2), number(date, 3), date));
      }
      Matcher old = OLD_DATE.matcher(text);
      return old.matches()
          ? Optional.of(instant(1900 + number(old, 3), number(old, 2), number(old, 1), old))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty(); // 0000-00-00 and the like, which stand for nothing
    }
  }

  private static Instant instant(int year, int month, int day, Matcher date) {
    LocalDateTime midnight = LocalDateTime.of(year, month, day, 0, 0);
    String time = date.group(4) == null ? "" : date.group(4);
    Matcher matcher = TIME.matcher(time);
    if (!matcher.matches()) {
      return midnight.toInstant(ZoneOffset.UTC);
    }
    LocalDateTime local = midnight.withHour(number(matcher, 1)).withMinute(number(matcher, 2));
    if (matcher.group(3) != null) {
      // Where a leap second is written it is the last of its minute.
      local = local.withSecond(Math.min(59, number(matcher, 3))).withNano(nanos(matcher.group(4)));
    }
    return local.toInstant(offset(matcher));
  }

  private static int nanos(@Nullable String fraction) {
    return fraction == null ? 0 : Integer.parseInt((fraction + "000000000").substring(0, 9));
  }

  private static ZoneOffset offset(Matcher time) {
    if (time.group(5) == null) {
      return ZoneOffset.UTC;
    }
    int minutes = 60 * number(time, 6) + number(time, 7);
    return ZoneOffset.ofTotalSeconds(60 * (time.group(5).equals("-") ? -minutes : minutes));
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }
}
