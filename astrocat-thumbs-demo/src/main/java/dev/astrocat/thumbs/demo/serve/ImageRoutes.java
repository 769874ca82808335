package dev.astrocat.thumbs.demo.serve;

import dev.astrocat.thumbs.demo.library.Library;
import dev.astrocat.thumbs.demo.library.LibraryImage;
import dev.astrocat.thumbs.host.ImageRecord;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** What there is: pages of images, and single ones. */
final class ImageRoutes {

  private static final int DEFAULT_PAGE_SIZE = 20;
  private static final int MAX_PAGE_SIZE = 100;
  private static final int MAX_PAGE = 100_000_000;

  private final Library library;

  ImageRoutes(Library library) {
    this.library = library;
  }

  void register(RoutesConfig routes) {
    routes.get("/api/images", this::page);
    routes.get("/api/images/{id}", this::image);
  }

  private void page(Context ctx) {
    Query query = new Query(ctx);
    int page = query.number("page", 1, MAX_PAGE, 1);
    int pageSize = query.number("page_size", 1, MAX_PAGE_SIZE, DEFAULT_PAGE_SIZE);
    int total = library.size();
    ctx.json(
        new PageBody(
            library.page(page, pageSize).stream().map(this::body).toList(),
            total,
            page,
            pageSize,
            (total + pageSize - 1) / pageSize));
  }

  private void image(Context ctx) {
    LibraryImage image = library.find(ctx.pathParam("id")).orElseThrow(RequestProblem::noSuchImage);
    ctx.json(body(image));
  }

  private ImageBody body(LibraryImage image) {
    return ImageBody.of(image, library.store().find(image.id()).flatMap(ImageRecord::thumbnail));
  }
}
