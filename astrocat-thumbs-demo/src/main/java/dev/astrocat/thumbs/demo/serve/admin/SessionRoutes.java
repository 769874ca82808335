package dev.astrocat.thumbs.demo.serve.admin;

import dev.astrocat.thumbs.demo.serve.http.AdminKey;
import dev.astrocat.thumbs.demo.serve.http.JsonBody;
import dev.astrocat.thumbs.demo.serve.http.Param;
import dev.astrocat.thumbs.demo.serve.http.Route;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Who an administrator is: asked, said, taken back. */
public final class SessionRoutes {

  private final AdminKey key;

  /** Routes over that key. */
  public SessionRoutes(AdminKey key) {
    this.key = key;
  }

  /** The routes. */
  public List<Route> routes() {
    return List.of(
        Route.get("/api/session", "whether you may change things", this::session),
        Route.post(
                "/api/login",
                "exchange the token for a cookie",
                this::login,
                Param.field("token", "the administrator's token"))
            .access(Route.Access.OPEN)
            .empty(),
        Route.post("/api/logout", "give the cookie back", this::logout)
            .access(Route.Access.OPEN)
            .empty());
  }

  private void session(Context ctx) {
    ctx.header(Header.CACHE_CONTROL, "no-store");
    ctx.json(Map.of("admin", key.admits(ctx), "token_required", key.isRequired()));
  }

  private void login(Context ctx) throws IOException {
    String token = JsonBody.of(ctx).text("token").orElse("");
    ctx.header(Header.SET_COOKIE, key.login(token, ctx.ip()));
  }

  private void logout(Context ctx) {
    ctx.header(Header.SET_COOKIE, key.logout());
  }
}
