package dev.astrocat.thumbs.demo.serve.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.Header;
import java.util.List;

/**
 * All routes of the server: what is registered, documented and tested comes from here alone.
 * Immutable.
 *
 * @param routes in the order of the document
 */
public record RouteTable(List<Route> routes) {

  /** Copies the list. */
  public RouteTable {
    routes = List.copyOf(routes);
  }

  /**
   * Registers them.
   *
   * @param key who is an administrator
   * @param adminCalls how often one may ask for changes
   */
  public void register(RoutesConfig config, AdminKey key, RateLimit adminCalls) {
    for (Route route : routes) {
      Handler handler = ctx -> answer(route, key, adminCalls, ctx);
      config.addHttpHandler(route.method(), route.path(), handler);
      if (route.method().equals(HandlerType.GET)) {
        config.addHttpHandler(HandlerType.HEAD, route.path(), handler);
      }
    }
  }

  private static void answer(Route route, AdminKey key, RateLimit adminCalls, Context ctx)
      throws Exception {
    if (route.access() == Route.Access.ADMIN) {
      key.require(ctx);
      adminCalls.take(ctx.ip());
    }
    if (route.answer().status() != 200) {
      ctx.status(route.answer().status());
    }
    if (route.answer().mediaType().isEmpty()) {
      ctx.res().setContentType(null);
    }
    if (route.answer().mediaType().equals(Answer.JSON.mediaType())) {
      ctx.header(Header.CACHE_CONTROL, "no-store"); // some depend on who asks
    }
    route.handler().handle(ctx);
  }
}
