package dev.astrocat.thumbs.demo.serve.images;

import dev.astrocat.thumbs.NamedSize;
import dev.astrocat.thumbs.OutputFormat;
import dev.astrocat.thumbs.Thumbnail;
import dev.astrocat.thumbs.ThumbnailGenerator;
import dev.astrocat.thumbs.ThumbnailRequest;
import dev.astrocat.thumbs.demo.catalog.CatalogImage;
import dev.astrocat.thumbs.demo.serve.http.Param;
import dev.astrocat.thumbs.demo.serve.http.Query;
import dev.astrocat.thumbs.demo.serve.http.Route;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Why a picture looks as it does: told by the report that the picture itself carries. */
public final class ExplainRoute {

  private final KnownImages known;
  private final ThumbnailGenerator generator;
  private final PictureOrders orders;
  private final Wish wish;

  /** A route over that generator. */
  public ExplainRoute(KnownImages known, ThumbnailGenerator generator, PictureOrders orders) {
    this.known = known;
    this.generator = generator;
    this.orders = orders;
    this.wish = new Wish(generator);
  }

  /** The routes. */
  public List<Route> routes() {
    return List.of(
        Route.get("/api/images/{id}/explain", "why the picture looks so", this::explain, Param.id())
            .with(wish.shownParams())
            .answers(ExplainBody.class)
            .problems(413, 415, 429, 502));
  }

  private void explain(Context ctx) {
    Query query = new Query(ctx);
    CatalogImage image = known.image(query.id());
    ThumbnailRequest request =
        wish.shown(image, query).size(NamedSize.GRID).format(OutputFormat.JPEG);
    Optional<Thumbnail> cached = generator.cached(request);
    ctx.header(Header.CACHE_CONTROL, PictureAnswer.ASK);
    ctx.future(
        () ->
            cached
                .map(CompletableFuture::completedFuture)
                .orElseGet(() -> orders.order(image, request, ctx.ip()))
                .thenAccept(thumbnail -> ctx.json(ExplainBody.of(thumbnail))));
  }
}
