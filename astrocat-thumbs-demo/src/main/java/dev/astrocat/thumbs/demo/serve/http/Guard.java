package dev.astrocat.thumbs.demo.serve.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stands before every route and refuses what no page of ours would ask: other host names, changes
 * that a foreign page sends, bodies that are no JSON. Thread-safe.
 */
public final class Guard implements Handler {

  /** Most bytes of a request's body. */
  static final int MAX_BODY_BYTES = 64 << 10;

  private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD);
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");
  private static final String JSON = "application/json";

  private final HostNames names;

  /** Guards a server that answers to these names. */
  public Guard(HostNames names) {
    this.names = names;
  }

  /** Puts it before all routes. */
  public void register(RoutesConfig routes) {
    routes.before(this);
  }

  @Override
  public void handle(Context ctx) {
    SecurityHeaders.on(ctx.res());
    if (!names.hold(ctx.host())) {
      throw RequestProblem.foreignHost();
    }
    requireEscapes(ctx.req().getRequestURI());
    requireEscapes(ctx.req().getQueryString());
    if (!READING.contains(ctx.method())) {
      requireOwnPage(ctx);
      requireJson(ctx);
    }
  }

  /** What cannot be decoded would be our fault later, or would not be seen at all. */
  private static void requireEscapes(@Nullable String text) {
    if (text == null) {
      return;
    }
    for (int at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 1)) {
      if (at + 2 >= text.length()
          || Character.digit(text.charAt(at + 1), 16) < 0
          || Character.digit(text.charAt(at + 2), 16) < 0) {
        throw RequestProblem.brokenEscape();
      }
    }
  }

  /**
   * Browsers send one of the two headers with every change, other programs send neither; but those
   * have no cookie, so a cookie alone proves nothing.
   */
  private static void requireOwnPage(Context ctx) {
    String site = ctx.header("Sec-Fetch-Site");
    String origin = ctx.header("Origin");
    boolean isUnknown = site == null && origin == null;
    if (isUnknown && ctx.cookie(AdminKey.COOKIE) != null
        || site != null && !OWN_SITES.contains(site)
        || origin != null && !authority(origin).equalsIgnoreCase(ctx.host())) {
      throw RequestProblem.foreignOrigin();
    }
  }

  private static String authority(String origin) {
    int slashes = origin.indexOf("://");
    return slashes < 0 ? "" : origin.substring(slashes + 3);
  }

  /** A form of a foreign page can send text, but no JSON. */
  private static void requireJson(Context ctx) {
    String type = ctx.req().getContentType();
    long length = ctx.req().getContentLengthLong();
    boolean hasBody = length > 0 || ctx.header("Transfer-Encoding") != null;
    if (hasBody && type == null || type != null && !isJson(type)) {
      throw RequestProblem.bodyIsNoJson();
    }
  }

  private static boolean isJson(@Nullable String type) {
    return type != null && type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(JSON);
  }
}
