package dev.astrocat.thumbs.demo.serve.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * The JSON object that a request brings, checked field by field; fields that nobody knows are left
 * alone. Immutable.
 *
 * @param fields the object
 */
public record JsonBody(JsonNode fields) {

  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final int MAX_DEPTH = 8;
  private static final int MAX_TEXT = 4_096;

  static {
    MAPPER
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build());
  }

  /**
   * Reads it; no body is an empty object.
   *
   * @throws IOException if the connection breaks
   * @throws RequestProblem if it is too long or no object
   */
  public static JsonBody of(Context ctx) throws IOException {
    byte[] bytes = ctx.req().getInputStream().readNBytes(Guard.MAX_BODY_BYTES + 1);
    if (bytes.length > Guard.MAX_BODY_BYTES) {
      throw RequestProblem.bodyTooLong();
    }
    if (bytes.length == 0) {
      return new JsonBody(JsonNodeFactory.instance.objectNode());
    }
    try {
      JsonNode node = MAPPER.readTree(bytes);
      if (!node.isObject()) {
        throw RequestProblem.brokenJson();
      }
      return new JsonBody(node);
    } catch (JsonProcessingException e) {
      throw RequestProblem.brokenJson();
    }
  }

  /** Text; empty when there is no such field, or null. */
  public Optional<String> text(String name) {
    JsonNode node = fields.path(name);
    if (node.isMissingNode() || node.isNull()) {
      return Optional.empty();
    }
    boolean sound =
        node.isTextual()
            && !node.textValue().isBlank()
            && node.textValue().length() <= MAX_TEXT
            && node.textValue().indexOf('\0') < 0;
    if (!sound) {
      throw RequestProblem.parameter(name, "text of at most " + MAX_TEXT + " characters");
    }
    return Optional.of(node.textValue());
  }

  /** Whether the field is there, be it null. */
  public boolean has(String name) {
    return fields.has(name);
  }

  /** One of some names; empty when there is no such field, or null. */
  public Optional<String> oneOf(String name, Collection<String> names) {
    Optional<String> text = text(name);
    if (text.isPresent() && !names.contains(text.get())) {
      throw RequestProblem.parameter(name, "one of " + String.join(", ", names));
    }
    return text;
  }

  /** A constant by its name in any case; empty when there is no such field, or null. */
  public <E extends Enum<E>> Optional<E> constant(String name, Collection<E> constants) {
    Optional<String> text = text(name).map(t -> t.toUpperCase(Locale.ROOT));
    Optional<E> constant =
        text.flatMap(t -> constants.stream().filter(c -> c.name().equals(t)).findFirst());
    if (text.isPresent() && constant.isEmpty()) {
      throw RequestProblem.parameter(
          name,
          "one of "
              + String.join(
                  ", ", constants.stream().map(c -> c.name().toLowerCase(Locale.ROOT)).toList()));
    }
    return constant;
  }
}
