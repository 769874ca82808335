package dev.astrocat.thumbs.demo.serve.http;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A parameter of a route, for the document of the interface and for the tests over it. Immutable.
 *
 * @param name as it is written
 * @param place where it stands
 * @param isNeeded whether it must be given
 * @param schema JSON schema of its value
 * @param meaning in a few words
 */
public record Param(
    String name, Place place, boolean isNeeded, Map<String, Object> schema, String meaning) {

  private static final Map<String, Object> STRING = Map.of("type", "string");

  /** Where a parameter stands. */
  public enum Place {
    /** An element of the path. */
    PATH,
    /** Behind the question mark. */
    QUERY,
    /** A field of the JSON object in the body. */
    BODY
  }

  /** The key of an image. */
  public static Param id() {
    Map<String, Object> schema = Map.of("type", "integer", "format", "int64", "minimum", 1);
    return new Param("id", Place.PATH, true, schema, "key of the image");
  }

  /** Text in the path. */
  public static Param path(String name, String meaning) {
    return new Param(name, Place.PATH, true, STRING, meaning);
  }

  /** Text behind the question mark. */
  public static Param text(String name, String meaning) {
    return new Param(name, Place.QUERY, false, STRING, meaning);
  }

  /** A number behind the question mark. */
  public static Param number(String name, int least, int most, String meaning) {
    Map<String, Object> schema = Map.of("type", "integer", "minimum", least, "maximum", most);
    return new Param(name, Place.QUERY, false, schema, meaning);
  }

  /** True or false behind the question mark. */
  public static Param yesNo(String name, String meaning) {
    return new Param(name, Place.QUERY, false, Map.of("type", "boolean"), meaning);
  }

  /** A text field of the body. */
  public static Param field(String name, String meaning) {
    return new Param(name, Place.BODY, false, STRING, meaning);
  }

  /** One of these words and no other. */
  public Param oneOf(Collection<String> words) {
    return with(Map.of("type", "string", "enum", List.copyOf(words)));
  }

  /** The name of one of these constants, in lower case. */
  public Param oneOf(Enum<?>... constants) {
    return oneOf(Stream.of(constants).map(c -> c.name().toLowerCase(Locale.ROOT)).toList());
  }

  /** Or a number of that size at least. */
  public Param orNumber(int least) {
    return with(Map.of("anyOf", List.of(schema, Map.of("type", "integer", "minimum", least))));
  }

  /** Or null. */
  public Param orNull() {
    return with(Map.of("anyOf", List.of(schema, Map.of("type", "null"))));
  }

  /** It may stand several times. */
  public Param repeatable() {
    return with(Map.of("type", "array", "items", schema));
  }

  /** It must be given. */
  public Param needed() {
    return new Param(name, place, true, schema, meaning);
  }

  private Param with(Map<String, Object> value) {
    return new Param(name, place, isNeeded, value, meaning);
  }

  /** As a field of an object. */
  Map<String, Object> described() {
    Map<String, Object> described = new LinkedHashMap<>(schema);
    described.put("description", meaning);
    return described;
  }
}
