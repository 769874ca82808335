package dev.astrocat.thumbs.demo.serve.http;

import io.javalin.http.HandlerType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The OpenAPI 3.1 document of a {@link RouteTable}. One thread. */
public final class OpenApi {

  private static final String JSON = "application/json";
  private static final String SVG = "image/svg+xml";
  private static final String DESCRIPTION =
      "HEAD is answered wherever GET is, and 405 with the methods that there are for any other."
          + " Parameters and fields that nobody knows are left alone. Refusals are"
          + " {\"detail\", \"code\"}: one line for people, a stable name for programs.";

  private final Schemas schemas = new Schemas();

  private OpenApi() {}

  /** The document, as maps and lists to be written as JSON. */
  public static Map<String, Object> document(RouteTable table, String version) {
    return new OpenApi().written(table, version);
  }

  private Map<String, Object> written(RouteTable table, String version) {
    Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
    for (Route route : table.routes()) {
      String method = route.method().name().toLowerCase(Locale.ROOT);
      paths
          .computeIfAbsent(route.path(), path -> new LinkedHashMap<>())
          .put(method, operation(route));
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("openapi", "3.1.0");
    document.put(
        "info",
        Map.of("title", "AstroCat thumbnails", "version", version, "description", DESCRIPTION));
    document.put("paths", paths);
    document.put("components", components());
    return document;
  }

  private Map<String, Object> operation(Route route) {
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("summary", route.summary());
    List<Map<String, Object>> parameters =
        route.params().stream()
            .filter(param -> param.place() != Param.Place.BODY)
            .map(OpenApi::parameter)
            .toList();
    if (!parameters.isEmpty()) {
      operation.put("parameters", parameters);
    }
    if (!route.method().equals(HandlerType.GET)) {
      operation.put("requestBody", body(route));
    }
    operation.put("responses", answers(route));
    if (route.access() == Route.Access.ADMIN) {
      operation.put("security", List.of(Map.of("token", List.of()), Map.of("cookie", List.of())));
    }
    return operation;
  }

  private static Map<String, Object> parameter(Param param) {
    return Map.of(
        "name", param.name(),
        "in", param.place().name().toLowerCase(Locale.ROOT),
        "required", param.isNeeded(),
        "description", param.meaning(),
        "schema", param.schema());
  }

  private static Map<String, Object> body(Route route) {
    List<Param> fields =
        route.params().stream().filter(param -> param.place() == Param.Place.BODY).toList();
    List<String> needed = fields.stream().filter(Param::isNeeded).map(Param::name).toList();
    Map<String, Object> properties = new LinkedHashMap<>();
    fields.forEach(param -> properties.put(param.name(), param.described()));
    Map<String, Object> schema =
        Map.of("type", "object", "properties", properties, "required", needed);
    return Map.of("required", !needed.isEmpty(), "content", Map.of(JSON, Map.of("schema", schema)));
  }

  private Map<String, Object> answers(Route route) {
    Map<String, Object> answers = new TreeMap<>();
    answers.put(String.valueOf(route.answer().status()), answer(route.answer()));
    for (int status : Problems.of(route)) {
      answers.put(String.valueOf(status), Map.of("$ref", "#/components/responses/" + status));
    }
    for (int status : route.answer().others()) {
      answers.put(String.valueOf(status), other(route, status));
    }
    return answers;
  }

  /** Pictures may also be refused by a picture, a page by a page; the state says what is wrong. */
  private Map<String, Object> other(Route route, int status) {
    String mediaType = route.answer().mediaType();
    if (status == 304) {
      return Map.of("description", "the client has it already");
    }
    if (status == 202) {
      return content("the picture is being made", SVG, Map.of());
    }
    if (mediaType.equals(JSON)) {
      return answer(route.answer());
    }
    return mediaType.startsWith("image/")
        ? content(Problems.words(status), Map.of(JSON, Map.of("schema", error()), SVG, Map.of()))
        : content(Problems.words(status), mediaType, Map.of());
  }

  private Map<String, Object> answer(Answer answer) {
    if (answer.mediaType().isEmpty()) {
      return Map.of("description", "done");
    }
    Map<String, Object> media = new LinkedHashMap<>();
    if (answer.mediaType().equals(JSON)) {
      media.put("schema", answer.body().map(schemas::of).orElse(Map.of("type", "object")));
    }
    if (!answer.events().isEmpty()) {
      Map<String, Object> events = new LinkedHashMap<>();
      answer.events().forEach((name, data) -> events.put(name, schemas.of(data)));
      media.put("x-events", events);
    }
    return content("done", answer.mediaType(), media);
  }

  private static Map<String, Object> content(
      String description, String mediaType, Map<String, Object> media) {
    return content(description, Map.of(mediaType, media));
  }

  private static Map<String, Object> content(String description, Map<String, Object> byType) {
    return Map.of("description", description, "content", byType);
  }

  private Map<String, Object> error() {
    return schemas.of(ErrorBody.class);
  }

  private Map<String, Object> components() {
    Map<String, Object> responses = new LinkedHashMap<>();
    for (int status : List.of(400, 401, 403, 404, 413, 415, 421, 422, 429, 500, 502, 503)) {
      Map<String, Object> error = Map.of("schema", error());
      responses.put(String.valueOf(status), content(Problems.words(status), JSON, error));
    }
    return Map.of(
        "schemas",
        schemas.all(),
        "responses",
        responses,
        "securitySchemes",
        Map.of(
            "token", Map.of("type", "http", "scheme", "bearer"),
            "cookie", Map.of("type", "apiKey", "in", "cookie", "name", AdminKey.COOKIE)));
  }
}
