package dev.astrocat.thumbs.demo.serve.images;

import dev.astrocat.thumbs.NamedSize;
import dev.astrocat.thumbs.OutputFormat;
import dev.astrocat.thumbs.Thumbnail;
import dev.astrocat.thumbs.ThumbnailGenerator;
import dev.astrocat.thumbs.ThumbnailRequest;
import dev.astrocat.thumbs.demo.catalog.CatalogImage;
import dev.astrocat.thumbs.demo.config.OnMiss;
import dev.astrocat.thumbs.demo.serve.http.Param;
import dev.astrocat.thumbs.demo.serve.http.Query;
import dev.astrocat.thumbs.demo.serve.http.RequestProblem;
import dev.astrocat.thumbs.demo.serve.http.Route;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Pictures of an image: from the cache, else made now by the {@link PictureOrders}. A thread of the
 * server never waits for a picture.
 */
public final class ThumbnailRoutes {

  private static final int RETRY_SECONDS = 2;

  private final KnownImages known;
  private final ImageBodies bodies;
  private final ThumbnailGenerator generator;
  private final PictureOrders orders;
  private final OnMiss onMiss;
  private final Wish wish;

  /**
   * Routes over a generator.
   *
   * @param onMiss what to do when the cache does not hold a thumbnail
   */
  public ThumbnailRoutes(
      KnownImages known,
      ImageBodies bodies,
      ThumbnailGenerator generator,
      PictureOrders orders,
      OnMiss onMiss) {
    this.known = known;
    this.bodies = bodies;
    this.generator = generator;
    this.orders = orders;
    this.onMiss = onMiss;
    this.wish = new Wish(generator);
  }

  /** The routes. */
  public List<Route> routes() {
    return List.of(
        Route.get(
                "/api/images/{id}/thumbnail",
                "the picture of an image",
                this::thumbnail,
                Param.id())
            .with(wish.fileParams())
            .with(wish.shownParams())
            .type("image/*")
            .also(202, 304, 404, 413, 415, 422, 429, 500, 502, 503),
        Route.get(
                "/api/images/{id}/download",
                "the largest picture of an image, to be kept as a file",
                this::download,
                Param.id(),
                wish.formatParam("jpeg unless given"))
            .with(wish.shownParams())
            .type("image/*")
            .also(304)
            .problems(413, 415, 429, 502),
        Route.get(
                "/api/images/{id}/annotated",
                "the picture with annotations that another program stored",
                this::annotated,
                Param.id())
            .type("image/jpeg")
            .also(304));
  }

  private void thumbnail(Context ctx) throws IOException {
    CatalogImage image = current(ctx);
    ThumbnailRequest request = wish.picture(image, ctx);
    boolean isVersion = bodies.version(image).equals(ctx.queryParam("v"));
    String caching = isVersion ? PictureAnswer.KEEP : PictureAnswer.ASK;
    Optional<Thumbnail> cached = generator.cached(request);
    if (cached.isPresent()) {
      PictureAnswer.send(cached.get(), caching, ctx);
      return;
    }
    switch (onMiss) {
      case NOT_FOUND -> throw RequestProblem.notFound("Thumbnail not available");
      case PLACEHOLDER -> placeholder(image, request, ctx);
      case GENERATE -> whenMade(image, request, ctx, made -> send(made, caching, ctx));
    }
  }

  /** A page that knows another version than we do has news of another process. */
  private CatalogImage current(Context ctx) {
    long id = new Query(ctx).id();
    CatalogImage image = known.image(id);
    String version = ctx.queryParam("v");
    return version == null || version.equals(bodies.version(image)) ? image : known.newer(id);
  }

  private void placeholder(CatalogImage image, ThumbnailRequest request, Context ctx) {
    CompletableFuture<Thumbnail> picture = orders.order(image, request, ctx.ip());
    if (picture.isDone()) { // refused, or quicker than we are
      ctx.future(() -> picture.thenAccept(made -> send(made, PictureAnswer.ASK, ctx)));
      return;
    }
    ctx.status(HttpStatus.ACCEPTED);
    ctx.header(Header.CACHE_CONTROL, "no-store");
    ctx.header(Header.RETRY_AFTER, Integer.toString(RETRY_SECONDS));
    ctx.contentType("image/svg+xml;charset=utf-8").result(WaitingPicture.svg(request.size()));
  }

  private void download(Context ctx) {
    Query query = new Query(ctx);
    OutputFormat format = wish.format(query).orElse(OutputFormat.JPEG);
    CatalogImage image = known.image(query.id());
    ThumbnailRequest request = wish.shown(image, query).size(NamedSize.DETAIL).format(format);
    String name = Attachment.header(image.fileName(), format.extension());
    whenMade(
        image,
        request,
        ctx,
        made -> {
          ctx.header(Header.CONTENT_DISPOSITION, name);
          send(made, PictureAnswer.ASK, ctx);
        });
  }

  private void whenMade(
      CatalogImage image, ThumbnailRequest request, Context ctx, Consumer<Thumbnail> answer) {
    ctx.future(() -> orders.order(image, request, ctx.ip()).thenAccept(answer));
  }

  private static void send(Thumbnail thumbnail, String caching, Context ctx) {
    try {
      PictureAnswer.send(thumbnail, caching, ctx);
    } catch (IOException e) {
      throw new UncheckedIOException("the client is gone", e);
    }
  }

  private void annotated(Context ctx) throws IOException {
    long id = new Query(ctx).id();
    known.image(id);
    ctx.header(Header.CACHE_CONTROL, PictureAnswer.ASK);
    byte[] picture = bodies.annotations().read(id);
    PictureAnswer.send(picture, Annotations.tag(picture), "image/jpeg", ctx);
  }
}
