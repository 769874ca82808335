package dev.astrocat.thumbs.demo.serve.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a route answers when all goes well, and with which other statuses it may have to answer.
 * Immutable.
 *
 * @param status when all goes well
 * @param mediaType of that answer; empty if there is no body
 * @param body what its JSON is made of
 * @param events names of server-sent events, and what their JSON is made of
 * @param others further statuses, whose bodies are no refusals as others are
 * @param problems refusals that its kind alone does not tell
 */
public record Answer(
    int status,
    String mediaType,
    Optional<Class<?>> body,
    Map<String, Class<?>> events,
    Set<Integer> others,
    Set<Integer> problems) {

  /** JSON that nobody has described yet. */
  static final Answer JSON =
      new Answer(200, "application/json", Optional.empty(), Map.of(), Set.of(), Set.of());

  Answer status(int value) {
    return new Answer(value, mediaType, body, events, others, problems);
  }

  Answer type(String value) {
    return new Answer(status, value, body, events, others, problems);
  }

  Answer body(Class<? extends Record> value) {
    return new Answer(status, mediaType, Optional.of(value), events, others, problems);
  }

  Answer event(String name, Class<? extends Record> data) {
    Map<String, Class<?>> all = new LinkedHashMap<>(events);
    all.put(name, data);
    return new Answer(status, mediaType, body, all, others, problems);
  }

  Answer others(Set<Integer> more) {
    return new Answer(status, mediaType, body, events, more, problems);
  }

  Answer problems(Set<Integer> more) {
    return new Answer(status, mediaType, body, events, others, more);
  }
}
