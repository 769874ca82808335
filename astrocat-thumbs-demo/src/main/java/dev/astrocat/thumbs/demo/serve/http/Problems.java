package dev.astrocat.thumbs.demo.serve.http;

import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.util.Set;
import java.util.TreeSet;

/** With which statuses a route may have to refuse, by what kind of route it is. Stateless. */
final class Problems {

  private Problems() {}

  static Set<Integer> of(Route route) {
    Set<Integer> all = new TreeSet<>(Set.of(400, 421, 500));
    all.addAll(route.answer().problems());
    if (route.access() == Route.Access.ADMIN) {
      all.addAll(Set.of(401, 429));
    }
    if (!route.method().equals(HandlerType.GET)) {
      all.addAll(Set.of(403, 413, 415));
    }
    if (has(route, Param.Place.PATH)) {
      all.add(404);
    }
    if (has(route, Param.Place.QUERY) || has(route, Param.Place.BODY)) {
      all.add(422);
    }
    if (route.path().startsWith("/api/")) {
      all.add(503);
    }
    return all;
  }

  private static boolean has(Route route, Param.Place place) {
    return route.params().stream().anyMatch(param -> param.place() == place);
  }

  /** What the status means here. */
  static String words(int status) {
    return switch (status) {
      case 400 -> "The address or the body cannot be read";
      case 401 -> "The administrator's token is missing or wrong";
      case 403 -> "Another site's page asks for a change";
      case 404 -> "There is no such thing";
      case 413 -> "The body, or what is to be made, is too large";
      case 415 -> "The body is no JSON, or the image has a format that is not read";
      case 421 -> "The server is not known by that name";
      case 422 -> "A parameter has a value that it cannot have, or the image's data are damaged";
      case 429 -> "Too many requests; Retry-After says when to come back";
      case 503 -> "Not now; Retry-After says when to come back";
      default -> HttpStatus.forStatus(status).getMessage();
    };
  }
}
