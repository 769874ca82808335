package dev.astrocat.thumbs.demo.serve.http;

import io.javalin.http.HandlerType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The OpenAPI 3.1 document of a {@link RouteTable}. Stateless. */
public final class OpenApi {

  private static final Map<String, Object> ERROR = Map.of("$ref", "#/components/responses/Error");

  private OpenApi() {}

  /** The document, as maps and lists to be written as JSON. */
  public static Map<String, Object> document(RouteTable table, String version) {
    Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
    for (Route route : table.routes()) {
      String method = route.method().name().toLowerCase(Locale.ROOT);
      paths
          .computeIfAbsent(route.path(), path -> new LinkedHashMap<>())
          .put(method, operation(route));
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("openapi", "3.1.0");
    document.put("info", Map.of("title", "AstroCat thumbnails", "version", version));
    document.put("paths", paths);
    document.put("components", components());
    return document;
  }

  private static Map<String, Object> operation(Route route) {
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
    Map<String, Object> answers = new LinkedHashMap<>();
    answers.put(String.valueOf(route.status()), answer(route));
    answers.put("default", ERROR);
    operation.put("responses", answers);
    if (route.access() == Route.Access.ADMIN) {
      operation.put("security", List.of(Map.of("token", List.of()), Map.of("cookie", List.of())));
    }
    return operation;
  }

  private static Map<String, Object> parameter(Param param) {
    return Map.of(
        "name", param.name(),
        "in", param.place().name().toLowerCase(Locale.ROOT),
        "required", param.place() == Param.Place.PATH,
        "description", param.meaning(),
        "schema", Map.of("type", param.type()));
  }

  private static Map<String, Object> body(Route route) {
    Map<String, Object> properties = new LinkedHashMap<>();
    route.params().stream()
        .filter(param -> param.place() == Param.Place.BODY)
        .forEach(
            param ->
                properties.put(
                    param.name(), Map.of("type", param.type(), "description", param.meaning())));
    Map<String, Object> schema = Map.of("type", "object", "properties", properties);
    return Map.of("content", Map.of("application/json", Map.of("schema", schema)));
  }

  private static Map<String, Object> answer(Route route) {
    return route.mediaType().isEmpty()
        ? Map.of("description", "done")
        : Map.of("description", "done", "content", Map.of(route.mediaType(), Map.of()));
  }

  private static Map<String, Object> components() {
    Map<String, Object> text = Map.of("type", "string");
    Map<String, Object> error =
        Map.of(
            "type", "object",
            "required", List.of("detail", "code"),
            "properties", Map.of("detail", text, "code", text));
    return Map.of(
        "responses",
        Map.of(
            "Error",
            Map.of(
                "description",
                "why not: one line for people, a stable name for programs",
                "content",
                Map.of("application/json", Map.of("schema", error)))),
        "securitySchemes",
        Map.of(
            "token", Map.of("type", "http", "scheme", "bearer"),
            "cookie", Map.of("type", "apiKey", "in", "cookie", "name", AdminKey.COOKIE)));
  }
}
