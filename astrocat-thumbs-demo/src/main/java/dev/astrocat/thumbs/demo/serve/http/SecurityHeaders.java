package dev.astrocat.thumbs.demo.serve.http;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.eclipse.jetty.http.HttpFields;

/** Headers that stand on every answer, whatever gives it. Stateless. */
public final class SecurityHeaders {

  static final Map<String, String> ALL =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; img-src 'self'; script-src 'self'; style-src 'self';"
              + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "X-Frame-Options",
          "DENY");

  private SecurityHeaders() {}

  static void on(HttpServletResponse response) {
    ALL.forEach(response::setHeader);
  }

  static void on(HttpFields.Mutable headers) {
    ALL.forEach(headers::put);
  }
}
