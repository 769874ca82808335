package dev.astrocat.thumbs.demo.serve.admin;

import dev.astrocat.thumbs.demo.Version;
import dev.astrocat.thumbs.demo.serve.http.OpenApi;
import dev.astrocat.thumbs.demo.serve.http.Route;
import dev.astrocat.thumbs.demo.serve.http.RouteTable;
import java.util.ArrayList;
import java.util.List;

/** The document of the interface, made of the routes themselves. */
public final class OpenApiRoute {

  private final List<Route> all = new ArrayList<>();

  /** A route that describes these and itself. */
  public OpenApiRoute(List<Route> others) {
    all.addAll(others);
    all.add(
        Route.get(
            "/api/openapi.json",
            "this document",
            ctx -> ctx.json(OpenApi.document(table(), Version.number()))));
  }

  /** All routes with this one. */
  public RouteTable table() {
    return new RouteTable(all);
  }
}
