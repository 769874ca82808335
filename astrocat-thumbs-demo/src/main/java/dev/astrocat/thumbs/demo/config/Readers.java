package dev.astrocat.thumbs.demo.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.InetAddressSet;

/** Values from texts; whatever is wrong is an IllegalArgumentException. */
final class Readers {

  private static final Set<String> OFF = Set.of("off", "none", "never");

  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(s|m|h|d)");
  private static final Map<String, Duration> UNITS =
      Map.of(
          "s", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "d", Duration.ofDays(1));

  private static final Pattern SIZE = Pattern.compile("(\\d{1,18})\\s*([kmgt]?)(?:i?b)?");
  private static final String SIZE_UNITS = "kmgt";

  private static final Pattern HOST_NAME = Pattern.compile("[a-z0-9]([a-z0-9._-]{0,252})");
  private static final Pattern NETWORK = Pattern.compile("[0-9a-fA-F.:]+(/\\d{1,3})?");
  private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1,500}");

  private Readers() {}

  static int integer(String text, int least, int most) {
    int number = Integer.parseInt(text);
    require(number >= least && number <= most);
    return number;
  }

  /** A path as it would be opened from here. */
  static Path path(String text) {
    require(!text.isBlank());
    return Path.of(text).toAbsolutePath().normalize();
  }

  /** {@code 90s}, {@code 15m}, {@code 2h}, {@code 1d}; nothing for {@code off}. */
  static Optional<Duration> interval(String text, Duration least, Duration most) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (OFF.contains(lower)) {
      return Optional.empty();
    }
    Matcher parts = DURATION.matcher(lower);
    require(parts.matches());
    Duration unit = UNITS.getOrDefault(parts.group(2), Duration.ZERO);
    Duration interval = unit.multipliedBy(Long.parseLong(parts.group(1)));
    require(interval.compareTo(least) >= 0 && interval.compareTo(most) <= 0);
    return Optional.of(interval);
  }

  /** {@code 20G} and the like, in powers of 1,024; plain numbers are bytes. */
  static long size(String text) {
    Matcher parts = SIZE.matcher(text.toLowerCase(Locale.ROOT));
    require(parts.matches());
    long bytes = Long.parseLong(parts.group(1));
    for (int unit = 0;
        !parts.group(2).isEmpty() && unit <= SIZE_UNITS.indexOf(parts.group(2));
        unit++) {
      require(bytes < Long.MAX_VALUE / 1_024);
      bytes *= 1_024;
    }
    return bytes;
  }

  /** A size above nothing; no limit for {@code off}. */
  static OptionalLong limit(String text) {
    if (OFF.contains(text.toLowerCase(Locale.ROOT))) {
      return OptionalLong.empty();
    }
    long bytes = size(text);
    require(bytes > 0);
    return OptionalLong.of(bytes);
  }

  /** A constant by its name in lower case with hyphens. */
  static <E extends Enum<E>> E choice(Class<E> type, String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> name(constant).equals(text.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(IllegalArgumentException::new);
  }

  static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static URI redis(String text) {
    URI uri = URI.create(text);
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    require(Set.of("redis", "rediss").contains(scheme) && uri.getHost() != null);
    return uri;
  }

  static String token(String text) {
    require(TOKEN.matcher(text).matches());
    return text;
  }

  static String hostName(String text) {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    require(HOST_NAME.matcher(lower).matches());
    return lower;
  }

  /** An address, or a network with the bits of its mask. */
  static String network(String text) {
    require(NETWORK.matcher(text).matches());
    new InetAddressSet().add(text);
    return text;
  }

  static String address(String text) {
    require(!text.isBlank() && text.chars().noneMatch(Character::isWhitespace));
    return text;
  }

  private static void require(boolean isRight) {
    if (!isRight) {
      throw new IllegalArgumentException();
    }
  }
}
