package dev.astrocat.thumbs.demo.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What was said: an option outranks a variable, which outranks what is usual; a blank variable says
 * nothing. Collects mistakes, so that all are told at once. One thread at a time.
 */
final class Given {

  private final Map<Key, List<String>> options;
  private final Map<String, String> environment;
  private final List<String> mistakes = new ArrayList<>();

  Given(Map<Key, List<String>> options, Map<String, String> environment) {
    this.options = options;
    this.environment = environment;
  }

  /**
   * The value of a setting.
   *
   * @param expected what is right, in words: {@code 16 to 8192}
   * @param reader throws IllegalArgumentException for what is wrong
   * @param otherwise what stands in for a wrong value until all mistakes are told
   */
  <T> T read(Key key, String expected, Function<String, T> reader, T otherwise) {
    return text(key).map(text -> read(key, text, expected, reader, otherwise)).orElse(otherwise);
  }

  /** The value of a setting that may have none. */
  <T> Optional<T> find(Key key, String expected, Function<String, Optional<T>> reader) {
    return read(key, expected, reader, Optional.empty());
  }

  /** The values of a setting that may have several, by commas or by repeated options. */
  <T> List<T> list(Key key, String expected, Function<String, T> reader) {
    List<T> values = new ArrayList<>();
    for (String text : texts(key)) {
      Optional<T> value =
          read(key, text, expected, t -> Optional.of(reader.apply(t)), Optional.empty());
      value.filter(v -> !values.contains(v)).ifPresent(values::add);
    }
    return values;
  }

  /** Tells the mistakes, if there are any. */
  void refuseMistakes() {
    if (!mistakes.isEmpty()) {
      throw new WrongSettings(mistakes);
    }
  }

  private <T> T read(
      Key key, String text, String expected, Function<String, T> reader, T otherwise) {
    try {
      return reader.apply(text.strip());
    } catch (IllegalArgumentException e) {
      String name = options.containsKey(key) ? key.option() : key.variable();
      boolean isSecret = key == Key.DATABASE || key == Key.REDIS || key == Key.ADMIN_TOKEN;
      mistakes.add(name + " must be " + expected + (isSecret ? "" : ", not " + Lines.one(text)));
      return otherwise;
    }
  }

  private Optional<String> text(Key key) {
    List<String> given = options.getOrDefault(key, List.of());
    if (!given.isEmpty()) {
      return Optional.of(given.get(given.size() - 1));
    }
    return variable(key).or(() -> Optional.of(key.usual()).filter(usual -> !usual.isEmpty()));
  }

  private List<String> texts(Key key) {
    if (options.containsKey(key)) {
      return options.getOrDefault(key, List.of());
    }
    return variable(key).map(text -> List.of(text.split(","))).orElse(List.of()).stream()
        .filter(text -> !text.isBlank())
        .toList();
  }

  private Optional<String> variable(Key key) {
    return Optional.ofNullable(environment.get(key.variable())).filter(text -> !text.isBlank());
  }
}
