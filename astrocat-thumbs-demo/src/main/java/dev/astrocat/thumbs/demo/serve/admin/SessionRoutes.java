package dev.astrocat.thumbs.demo.serve.admin;

import dev.astrocat.thumbs.demo.serve.http.AdminKey;
import dev.astrocat.thumbs.demo.serve.http.JsonBody;
import dev.astrocat.thumbs.demo.serve.http.Param;
import dev.astrocat.thumbs.demo.serve.http.Route;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.io.IOException;
import java.util.List;

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
        Route.get("/api/session", "whether you may change things", this::session)
            .answers(SessionBody.class)
            .problems(429),
        Route.post(
                "/api/login",
                "exchange the token for a cookie",
                this::login,
                Param.field("token", "the administrator's token").needed())
            .access(Route.Access.OPEN)
            .empty()
            .problems(401, 403, 429),
        Route.post("/api/logout", "give the cookie back", this::logout)
            .access(Route.Access.OPEN)
            .empty());
  }

  private void session(Context ctx) {
    ctx.header(Header.CACHE_CONTROL, "no-store");
    boolean isAdmin = key.admits(ctx);
    ctx.json(new SessionBody(isAdmin, key.isRequired() || !isAdmin));
  }

  /**
   * Who asks.
   *
   * @param admin whether as an administrator
   * @param tokenRequired whether others must show a token
   */
  record SessionBody(boolean admin, boolean tokenRequired) {}

  private void login(Context ctx) throws IOException {
    String token = JsonBody.of(ctx).text("token").orElse("");
    ctx.header(Header.SET_COOKIE, key.login(token, ctx) + secure(ctx));
  }

  /** Who came by https never shows the cookie without it. */
  private static String secure(Context ctx) {
    return ctx.scheme().equals("https") ? "; Secure" : "";
  }

  private void logout(Context ctx) {
    ctx.header(Header.SET_COOKIE, key.logout());
  }
}
