package dev.astrocat.thumbs.demo.serve.http;

/**
 * A parameter of a route, for the document of the interface and for the tests over it. Immutable.
 *
 * @param name as it is written
 * @param place where it stands
 * @param type JSON type: string, integer, boolean
 * @param meaning in a few words
 */
public record Param(String name, Place place, String type, String meaning) {

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
    return new Param("id", Place.PATH, "integer", "key of the image");
  }

  /** Text in the path. */
  public static Param path(String name, String meaning) {
    return new Param(name, Place.PATH, "string", meaning);
  }

  /** Text behind the question mark. */
  public static Param text(String name, String meaning) {
    return new Param(name, Place.QUERY, "string", meaning);
  }

  /** A number behind the question mark. */
  public static Param number(String name, String meaning) {
    return new Param(name, Place.QUERY, "integer", meaning);
  }

  /** True or false behind the question mark. */
  public static Param yesNo(String name, String meaning) {
    return new Param(name, Place.QUERY, "boolean", meaning);
  }

  /** A text field of the body. */
  public static Param field(String name, String meaning) {
    return new Param(name, Place.BODY, "string", meaning);
  }
}
