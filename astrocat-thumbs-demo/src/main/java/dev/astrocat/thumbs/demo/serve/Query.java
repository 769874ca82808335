package dev.astrocat.thumbs.demo.serve;

import dev.astrocat.thumbs.NamedSize;
import dev.astrocat.thumbs.NamedSizes;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The parameters of a request, checked.
 *
 * @param ctx the request
 */
record Query(Context ctx) {

  private static final int MAX_DIGITS = 9;

  /** A whole number of that range. */
  int number(String name, int least, int most, int otherwise) {
    String text = ctx.queryParam(name);
    if (text == null) {
      return otherwise;
    }
    return number(text)
        .filter(n -> n >= least && n <= most)
        .orElseThrow(
            () -> RequestProblem.parameter(name, "a number from " + least + " to " + most));
  }

  /** One of some names; empty when it was not given. */
  Optional<String> oneOf(String name, Collection<String> names) {
    Optional<String> text = Optional.ofNullable(ctx.queryParam(name));
    if (text.isPresent() && !names.contains(text.get())) {
      throw RequestProblem.parameter(name, "one of " + String.join(", ", names));
    }
    return text;
  }

  /** A constant by its name in lower case; empty when it was not given. */
  <E extends Enum<E>> Optional<E> constant(String name, Collection<E> constants) {
    Function<E, String> word = constant -> constant.name().toLowerCase(Locale.ROOT);
    return oneOf(name, constants.stream().map(word).toList())
        .flatMap(text -> constants.stream().filter(c -> word.apply(c).equals(text)).findFirst());
  }

  /** A named size, or a number of pixels that the next larger named size is taken for. */
  NamedSize size(String name, NamedSizes sizes, NamedSize otherwise) {
    String text = ctx.queryParam(name);
    Optional<Integer> pixels = text == null ? Optional.empty() : number(text);
    if (pixels.isEmpty()) {
      return constant(name, Arrays.asList(NamedSize.values())).orElse(otherwise);
    }
    if (pixels.get() < 1) {
      throw RequestProblem.parameter(name, "at least 1");
    }
    return sizes.atLeast(pixels.get());
  }

  private static Optional<Integer> number(String text) {
    boolean digits =
        text.length() <= MAX_DIGITS && !text.isEmpty() && text.chars().allMatch(Query::isDigit);
    return digits ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  private static boolean isDigit(int character) {
    return character >= '0' && character <= '9';
  }
}
