package dev.astrocat.thumbs.demo.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The document of the interface, held against what the server really answers. Stricter than the
 * document itself: a field that it does not name is an error, too.
 */
final class ApiDocument {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(VersionFlag.V202012);

  private final JsonNode document;
  private final JsonNode components;

  ApiDocument(String json) throws JsonProcessingException {
    document = MAPPER.readTree(json);
    components = document.get("components").deepCopy();
    components.get("schemas").forEach(ApiDocument::close);
  }

  private static void close(JsonNode schema) {
    if (schema.has("properties")) {
      ((ObjectNode) schema).put("additionalProperties", false);
    }
  }

  /** What is answered otherwise than the document says. */
  List<String> untrue(List<Exchange> exchanges) {
    return exchanges.stream().flatMap(exchange -> untrue(exchange).stream()).distinct().toList();
  }

  private Optional<String> untrue(Exchange exchange) {
    return operation(exchange)
        .flatMap(operation -> untrue(exchange, operation))
        .map(what -> "%s %s %s".formatted(exchange.method(), exchange.path(), what));
  }

  /** Nothing for methods and addresses that there are not. */
  private Optional<JsonNode> operation(Exchange exchange) {
    String method = exchange.method().equals("HEAD") ? "GET" : exchange.method();
    return path(exchange.path())
        .map(path -> document.get("paths").get(path).path(method.toLowerCase(Locale.ROOT)))
        .filter(operation -> !operation.isMissingNode());
  }

  private Optional<String> path(String path) {
    if (document.get("paths").has(path)) {
      return Optional.of(path);
    }
    return document.get("paths").properties().stream()
        .map(Map.Entry::getKey)
        .filter(template -> path.matches(template.replaceAll("\\{\\w+}", "[^/]+")))
        .findFirst();
  }

  private Optional<String> untrue(Exchange exchange, JsonNode operation) {
    JsonNode answer = operation.get("responses").path(String.valueOf(exchange.status()));
    if (answer.isMissingNode()) {
      return Optional.of("answers " + exchange.status());
    }
    if (answer.has("$ref")) {
      answer = document.at(answer.get("$ref").textValue().substring(1));
    }
    JsonNode content = answer.path("content");
    if (exchange.method().equals("HEAD") || content.isEmpty() && exchange.body().isEmpty()) {
      return Optional.empty();
    }
    JsonNode media = content.path(exchange.mediaType());
    if (media.isMissingNode()) {
      media = content.path(exchange.mediaType().replaceFirst("/.*", "/*"));
    }
    if (media.isMissingNode()) {
      return Optional.of("answers " + exchange.status() + " with " + exchange.mediaType());
    }
    return media.has("schema") ? wrong(media.get("schema"), exchange.body()) : Optional.empty();
  }

  /** How JSON differs from a schema of the document. */
  private Optional<String> wrong(JsonNode schema, String json) {
    ObjectNode whole = schema.deepCopy();
    whole.set("components", components);
    try {
      String wrong =
          SCHEMAS.getSchema(whole).validate(MAPPER.readTree(json)).stream()
              .map(Object::toString)
              .collect(Collectors.joining("; "));
      return Optional.of(wrong).filter(text -> !text.isEmpty());
    } catch (JsonProcessingException e) {
      return Optional.of("answers no JSON");
    }
  }

  /** Names of the events of a stream. */
  Stream<String> events() {
    return eventSchemas().properties().stream().map(Map.Entry::getKey);
  }

  /** How an event differs from what the document says of it. */
  Optional<String> wrongEvent(String name, String data) {
    return eventSchemas().has(name)
        ? wrong(eventSchemas().get(name), data)
        : Optional.of("no such event");
  }

  private JsonNode eventSchemas() {
    return document
        .get("paths")
        .get("/api/events")
        .at("/get/responses/200/content/text~1event-stream/x-events");
  }
}
