package dev.astrocat.thumbs.demo.serve.http;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One thing that can be asked of the server. Immutable.
 *
 * @param method GET, POST or PUT; HEAD is answered wherever GET is
 * @param path with parameters in braces
 * @param access who may ask
 * @param answer when all goes well
 * @param summary one line for the document of the interface
 * @param params what can be given
 * @param handler gives the answer
 */
public record Route(
    HandlerType method,
    String path,
    Access access,
    Answer answer,
    String summary,
    List<Param> params,
    Handler handler) {

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
        HandlerType.GET, path, Access.OPEN, Answer.JSON, summary, List.of(params), handler);
  }

  /** A route by which administrators change something at once. */
  public static Route post(String path, String summary, Handler handler, Param... params) {
    return new Route(
        HandlerType.POST, path, Access.ADMIN, Answer.JSON, summary, List.of(params), handler);
  }

  /** A route by which administrators replace something. */
  public static Route put(String path, String summary, Handler handler, Param... params) {
    return new Route(
        HandlerType.PUT, path, Access.ADMIN, Answer.JSON, summary, List.of(params), handler);
  }

  /** For administrators or for everybody. */
  public Route access(Access value) {
    return new Route(method, path, value, answer, summary, params, handler);
  }

  /** For work that is only begun: 202. */
  public Route accepted() {
    return with(answer.status(202));
  }

  /** Without a body: 204. */
  public Route empty() {
    return with(answer.status(204).type(""));
  }

  /** With another answer than JSON. */
  public Route type(String value) {
    return with(answer.type(value));
  }

  /** With JSON made of such a record. */
  public Route answers(Class<? extends Record> body) {
    return with(answer.body(body));
  }

  /** With server-sent events of that name. */
  public Route event(String name, Class<? extends Record> data) {
    return with(answer.event(name, data));
  }

  /** With statuses that have a body of another kind than refusals have. */
  public Route also(Integer... statuses) {
    return with(answer.others(Set.of(statuses)));
  }

  /** With refusals that its kind alone does not tell. */
  public Route problems(Integer... statuses) {
    return with(answer.problems(Set.of(statuses)));
  }

  private Route with(Answer value) {
    return new Route(method, path, access, value, summary, params, handler);
  }

  /** With more parameters. */
  public Route with(List<Param> more) {
    List<Param> all = new ArrayList<>(params);
    all.addAll(more);
    return new Route(method, path, access, answer, summary, all, handler);
  }
}
