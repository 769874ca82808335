package dev.astrocat.thumbs.demo.serve.http;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;

/**
 * One thing that can be asked of the server. Immutable.
 *
 * @param method GET, POST or PUT; HEAD is answered wherever GET is
 * @param path with parameters in braces
 * @param access who may ask
 * @param status of the answer when all goes well
 * @param mediaType of that answer; empty if there is no body
 * @param summary one line for the document of the interface
 * @param params what can be given
 * @param handler gives the answer
 */
public record Route(
    HandlerType method,
    String path,
    Access access,
    int status,
    String mediaType,
    String summary,
    List<Param> params,
    Handler handler) {

  private static final String JSON = "application/json";

  /** Who may ask. */
  public enum Access {
    /** Everybody. */
    OPEN,
    /** Administrators. */
    ADMIN
  }

  /** Copies the parameters. */
  public Route {
    params = List.copyOf(params);
  }

  /** A route that everybody may read, with a JSON answer. */
  public static Route get(String path, String summary, Handler handler, Param... params) {
    return new Route(
        HandlerType.GET, path, Access.OPEN, 200, JSON, summary, List.of(params), handler);
  }

  /** A route by which administrators change something at once. */
  public static Route post(String path, String summary, Handler handler, Param... params) {
    return new Route(
        HandlerType.POST, path, Access.ADMIN, 200, JSON, summary, List.of(params), handler);
  }

  /** A route by which administrators replace something. */
  public static Route put(String path, String summary, Handler handler, Param... params) {
    return new Route(
        HandlerType.PUT, path, Access.ADMIN, 200, JSON, summary, List.of(params), handler);
  }

  /** For administrators or for everybody. */
  public Route access(Access value) {
    return new Route(method, path, value, status, mediaType, summary, params, handler);
  }

  /** For work that is only begun: 202. */
  public Route accepted() {
    return new Route(method, path, access, 202, mediaType, summary, params, handler);
  }

  /** Without a body: 204. */
  public Route empty() {
    return new Route(method, path, access, 204, "", summary, params, handler);
  }

  /** With another answer than JSON. */
  public Route type(String value) {
    return new Route(method, path, access, status, value, summary, params, handler);
  }

  /** With more parameters. */
  public Route with(List<Param> more) {
    List<Param> all = new ArrayList<>(params);
    all.addAll(more);
    return new Route(method, path, access, status, mediaType, summary, all, handler);
  }
}
