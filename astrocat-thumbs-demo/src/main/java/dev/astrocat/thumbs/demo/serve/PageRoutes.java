package dev.astrocat.thumbs.demo.serve;

import dev.astrocat.thumbs.demo.serve.http.Param;
import dev.astrocat.thumbs.demo.serve.http.Route;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The addresses of the page's views: each gives the same document, which knows what to show. */
final class PageRoutes {

  private static final String DOCUMENT = "/ui/index.html";
  private static final String HTML = "text/html;charset=utf-8";

  private PageRoutes() {}

  static List<Route> routes() {
    byte[] document = document();
    Handler show = ctx -> show(document, ctx);
    Handler image =
        ctx -> {
          if (!ctx.pathParam("id").matches("[1-9]\\d{0,17}")) {
            ctx.status(HttpStatus.NOT_FOUND); // the document says so, too
          }
          show(document, ctx);
        };
    return List.of(
        Route.get("/", "the page: search", show).type("text/html"),
        Route.get("/images/{id}", "the page: an image", image, Param.id())
            .type("text/html")
            .also(404),
        Route.get("/admin", "the page: administration", show).type("text/html"));
  }

  private static void show(byte[] document, Context ctx) {
    ctx.header(Header.CACHE_CONTROL, "no-cache");
    ctx.contentType(HTML).result(document);
  }

  private static byte[] document() {
    try (InputStream resource = PageRoutes.class.getResourceAsStream(DOCUMENT)) {
      if (resource == null) {
        throw new IllegalStateException("the page is not in the jar");
      }
      return resource.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("the page cannot be read from the jar", e);
    }
  }
}
