package dev.astrocat.thumbs.demo.serve;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stands before every route: security headers on every answer, and, on a server that only this
 * machine can reach, no answer for other host names. A foreign page could otherwise point a name of
 * its own at 127.0.0.1 and read the library through the visitor's browser (DNS rebinding).
 */
final class Guard implements Handler {

  /** On every answer. */
  static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; img-src 'self'; script-src 'self'; style-src 'self';"
              + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Resource-Policy",
          "same-origin");

  private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

  private final String bindHost;
  private final boolean loopbackOnly;

  Guard(String bindHost, InetAddress address) {
    this.bindHost = bindHost.toLowerCase(Locale.ROOT);
    this.loopbackOnly = address.isLoopbackAddress();
  }

  void register(RoutesConfig routes) {
    routes.before(this);
  }

  @Override
  public void handle(Context ctx) {
    HEADERS.forEach(ctx::header);
    if (loopbackOnly && !isOurs(ctx.host())) {
      throw RequestProblem.foreignHost();
    }
  }

  /** The port is not compared: it changes when the server is reached through a tunnel. */
  private boolean isOurs(@Nullable String hostAndPort) {
    if (hostAndPort == null) {
      return false;
    }
    String name = hostAndPort.replaceFirst(":\\d*$", "").toLowerCase(Locale.ROOT);
    return LOOPBACK_NAMES.contains(name) || name.equals(bindHost);
  }
}
