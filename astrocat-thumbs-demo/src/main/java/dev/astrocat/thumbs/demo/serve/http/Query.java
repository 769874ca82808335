package dev.astrocat.thumbs.demo.serve.http;

import dev.astrocat.thumbs.NamedSize;
import dev.astrocat.thumbs.NamedSizes;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request, checked. What they hold wrongly is a {@link RequestProblem} that
 * names the parameter.
 *
 * @param ctx the request
 */
public record Query(Context ctx) {

  private static final int MAX_DIGITS = 18;
  private static final int MAX_TEXT = 1_000;
  private static final int MAX_VALUES = 50;
  private static final String SIZES =
      "one of %s, or a number of pixels from 1"
          .formatted(
              Arrays.stream(NamedSize.values()).map(Query::word).collect(Collectors.joining(", ")));

  /** A whole number of that range. */
  public int number(String name, int least, int most, int otherwise) {
    String text = ctx.queryParam(name);
    if (text == null) {
      return otherwise;
    }
    return (int)
        number(text).stream()
            .filter(n -> n >= least && n <= most)
            .findAny()
            .orElseThrow(
                () -> RequestProblem.parameter(name, "a number from " + least + " to " + most));
  }

  /** The number in the path that is the key of an image. */
  public long id() {
    return number(ctx.pathParam("id")).stream()
        .filter(n -> n > 0)
        .findAny()
        .orElseThrow(RequestProblem::noSuchImage);
  }

  /** Free text; empty when it was not given or is blank. */
  public Optional<String> text(String name) {
    Optional<String> text = Optional.ofNullable(ctx.queryParam(name)).filter(t -> !t.isBlank());
    text.ifPresent(t -> requireText(name, t));
    return text;
  }

  /** All values of a parameter that may stand several times. */
  public Set<String> texts(String name) {
    List<String> values = ctx.queryParams(name);
    if (values.size() > MAX_VALUES) {
      throw RequestProblem.parameter(name, "given " + MAX_VALUES + " times at most");
    }
    values.forEach(value -> requireText(name, value));
    return new LinkedHashSet<>(values);
  }

  private static void requireText(String name, String text) {
    if (text.length() > MAX_TEXT || text.indexOf('\0') >= 0) {
      throw RequestProblem.parameter(name, "at most " + MAX_TEXT + " characters of text");
    }
  }

  /** Yes or no; empty when it was not given. */
  public Optional<Boolean> yesNo(String name) {
    return oneOf(name, List.of("true", "false")).map(Boolean::valueOf);
  }

  /** One of some names; empty when it was not given. */
  public Optional<String> oneOf(String name, Collection<String> names) {
    Optional<String> text = Optional.ofNullable(ctx.queryParam(name));
    if (text.isPresent() && !names.contains(text.get())) {
      throw RequestProblem.parameter(name, "one of " + String.join(", ", names));
    }
    return text;
  }

  /** A constant by its name in lower case; empty when it was not given. */
  public <E extends Enum<E>> Optional<E> constant(String name, Collection<E> constants) {
    return oneOf(name, constants.stream().map(Query::word).toList())
        .flatMap(text -> constants.stream().filter(c -> word(c).equals(text)).findFirst());
  }

  /** A named size, or a number of pixels that the next larger named size is taken for. */
  public NamedSize size(String name, NamedSizes sizes, NamedSize otherwise) {
    String text = ctx.queryParam(name);
    OptionalLong pixels = text == null ? OptionalLong.empty() : number(text);
    if (pixels.isEmpty()) {
      return sizeByName(name, text, otherwise);
    }
    if (pixels.getAsLong() < 1) {
      throw RequestProblem.parameter(name, SIZES);
    }
    return sizes.atLeast((int) Math.min(pixels.getAsLong(), Integer.MAX_VALUE));
  }

  private static NamedSize sizeByName(String name, @Nullable String text, NamedSize otherwise) {
    if (text == null) {
      return otherwise;
    }
    return Arrays.stream(NamedSize.values())
        .filter(size -> word(size).equals(text))
        .findFirst()
        .orElseThrow(() -> RequestProblem.parameter(name, SIZES));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static OptionalLong number(String text) {
    boolean digits =
        text.length() <= MAX_DIGITS && !text.isEmpty() && text.chars().allMatch(Query::isDigit);
    return digits ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
  }

  private static boolean isDigit(int character) {
    return character >= '0' && character <= '9';
  }
}
