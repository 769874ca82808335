package dev.astrocat.thumbs.demo.serve;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.LimitException;
import dev.astrocat.thumbs.Look;
import dev.astrocat.thumbs.NamedSize;
import dev.astrocat.thumbs.OutputFormat;
import dev.astrocat.thumbs.Thumbnail;
import dev.astrocat.thumbs.ThumbnailGenerator;
import dev.astrocat.thumbs.ThumbnailRequest;
import dev.astrocat.thumbs.demo.library.Library;
import dev.astrocat.thumbs.demo.library.LibraryImage;
import dev.astrocat.thumbs.encode.AcceptHeader;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The picture of an image: from the cache, else made now. A few are made at a time, whatever the
 * number of visitors, so that memory stays bounded.
 */
final class ThumbnailRoute {

  private static final int PATIENCE_SECONDS = 30;

  private final Library library;
  private final ThumbnailGenerator generator;
  private final Clock clock;
  private final Semaphore seats = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

  ThumbnailRoute(Library library, ThumbnailGenerator generator, Clock clock) {
    this.library = library;
    this.generator = generator;
    this.clock = clock;
  }

  void register(RoutesConfig routes) {
    routes.get("/api/images/{id}/thumbnail", this::thumbnail);
  }

  private void thumbnail(Context ctx) {
    LibraryImage image = library.find(ctx.pathParam("id")).orElseThrow(RequestProblem::noSuchImage);
    ThumbnailRequest request = request(image, ctx);
    Thumbnail thumbnail = generator.cached(request).orElseGet(() -> made(image, request));
    if (thumbnail.origin() == Thumbnail.Origin.RENDERED) {
      thumbnail
          .location()
          .ifPresent(at -> library.store().saveThumbnail(image.id(), at, clock.instant()));
    }
    send(thumbnail, ctx);
  }

  private ThumbnailRequest request(LibraryImage image, Context ctx) {
    Query query = new Query(ctx);
    query.oneOf(Failures.PLACEHOLDER, Failures.PLACEHOLDERS); // looked at when there is a failure
    ThumbnailRequest request =
        ThumbnailRequest.of(image.file())
            .size(query.size("size", generator.sizes(), NamedSize.PAGE))
            .format(format(ctx))
            .look(query.constant("look", List.of(Look.values())).orElse(Look.ASTROCAT));
    return query.oneOf("stretch", generator.stretchIds()).map(request::stretch).orElse(request);
  }

  /** As the request says, or else what the client likes best. */
  private OutputFormat format(Context ctx) {
    List<OutputFormat> available = generator.outputFormats();
    return new Query(ctx)
        .constant("format", available)
        .orElseGet(
            () -> {
              ctx.header(Header.VARY, Header.ACCEPT);
              return AcceptHeader.best(ctx.header(Header.ACCEPT), available);
            });
  }

  /** Only who needs a decoder waits for a seat. */
  private Thumbnail made(LibraryImage image, ThumbnailRequest request) {
    if (!image.isInPlace()) {
      throw RequestProblem.noSuchImage();
    }
    try {
      if (!seats.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new LimitException(
            ErrorCode.LIMIT_TIME, "too many pictures are being made at once; try again soon");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LimitException(ErrorCode.CANCELLED, "the server is being stopped", e);
    }
    try {
      return generator.generate(request);
    } finally {
      seats.release();
    }
  }

  /** Browsers may keep the picture but must ask each time whether it still holds. */
  private static void send(Thumbnail thumbnail, Context ctx) {
    String etag = "\"" + thumbnail.etag() + "\"";
    ctx.header(Header.ETAG, etag);
    ctx.header(Header.CACHE_CONTROL, "private, no-cache");
    if (EntityTagList.of(ctx.header(Header.IF_NONE_MATCH)).matches(etag)) {
      ctx.status(HttpStatus.NOT_MODIFIED);
    } else {
      ctx.contentType(thumbnail.mediaType()).result(thumbnail.bytes());
    }
  }
}
