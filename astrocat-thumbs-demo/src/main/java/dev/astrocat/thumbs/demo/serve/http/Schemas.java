package dev.astrocat.thumbs.demo.serve.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * JSON schemas (2020-12, as OpenAPI 3.1 has it) of the records that answers are made of, as Jackson
 * writes them with the naming of this server. Every field is always there. Collects what it was
 * asked for; one thread.
 */
final class Schemas {

  private static final SnakeCaseStrategy NAMING = new SnakeCaseStrategy();
  private static final Map<Type, String> SIMPLE =
      Map.of(
          String.class, "string",
          int.class, "integer",
          Integer.class, "integer",
          long.class, "integer",
          Long.class, "integer",
          double.class, "number",
          Double.class, "number",
          boolean.class, "boolean");

  private final Map<String, Class<?>> types = new LinkedHashMap<>();
  private final Map<String, Object> all = new LinkedHashMap<>();

  /** All that were asked for, and those within, by name. */
  Map<String, Object> all() {
    return all;
  }

  /** A reference to the schema of a record. */
  Map<String, Object> of(Class<?> type) {
    String name = type.getSimpleName().replaceFirst("Body$", "");
    Class<?> known = types.putIfAbsent(name, type);
    if (known == null) {
      all.put(name, object(type));
    } else if (!known.equals(type)) {
      throw new IllegalStateException("two records would be called " + name);
    }
    return Map.of("$ref", "#/components/schemas/" + name);
  }

  private Map<String, Object> object(Class<?> type) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (RecordComponent component : type.getRecordComponents()) {
      properties.put(name(component), value(component.getAnnotatedType()));
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("required", new ArrayList<>(properties.keySet()));
    schema.put("properties", properties);
    return schema;
  }

  private static String name(RecordComponent component) {
    JsonProperty said = component.getAccessor().getAnnotation(JsonProperty.class);
    return said == null ? NAMING.translate(component.getName()) : said.value();
  }

  private Map<String, Object> value(AnnotatedType type) {
    Map<String, Object> schema = present(type);
    return type.isAnnotationPresent(Nullable.class)
        ? Map.of("anyOf", List.of(schema, Map.of("type", "null")))
        : schema;
  }

  private Map<String, Object> present(AnnotatedType type) {
    if (type instanceof AnnotatedArrayType array) {
      return array(array.getAnnotatedGenericComponentType());
    }
    if (type instanceof AnnotatedParameterizedType generic) {
      AnnotatedType[] arguments = generic.getAnnotatedActualTypeArguments();
      return arguments.length == 1
          ? array(arguments[0])
          : Map.of("type", "object", "additionalProperties", value(arguments[1]));
    }
    String simple = SIMPLE.get(type.getType());
    if (simple != null) {
      return Map.of("type", simple);
    }
    if (type.getType() instanceof Class<?> plain && plain.isEnum()) {
      List<String> names = Stream.of(plain.getEnumConstants()).map(Object::toString).toList();
      return Map.of("type", "string", "enum", names);
    }
    if (type.getType() instanceof Class<?> plain && plain.isRecord()) {
      return of(plain);
    }
    return Map.of(); // anything
  }

  private Map<String, Object> array(AnnotatedType element) {
    return Map.of("type", "array", "items", value(element));
  }
}
