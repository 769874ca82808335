package dev.astrocat.thumbs.demo.serve;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.NamedSize;
import dev.astrocat.thumbs.NamedSizes;
import dev.astrocat.thumbs.ThumbnailException;
import dev.astrocat.thumbs.placeholder.Placeholder;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what went wrong into an honest status and an {@link ErrorBody}; nothing else leaks. */
final class Failures {

  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
  private static final int RETRY_SECONDS = 5;

  /** Parameter by which a page asks for a picture of the failure, and its values. */
  static final String PLACEHOLDER = "placeholder";

  static final List<String> PLACEHOLDERS = List.of("svg");

  private final NamedSizes sizes;

  /** Answers whose pictures have these sizes. */
  Failures(NamedSizes sizes) {
    this.sizes = sizes;
  }

  void register(RoutesConfig routes) {
    routes.exception(ThumbnailException.class, (e, ctx) -> answer(ctx, e));
    routes.exception(RequestProblem.class, (e, ctx) -> answer(ctx, e.status(), e.body()));
    routes.exception(
        HttpResponseException.class,
        (e, ctx) -> {
          HttpStatus status = HttpStatus.forStatus(e.getStatus());
          answer(ctx, status, new ErrorBody(status.getMessage(), status.name()));
        });
    // The border of the server: whatever else comes is our fault, and logged here once.
    routes.exception(
        Exception.class,
        (e, ctx) -> {
          LOG.error("{} failed", ctx.path(), e);
          answer(
              ctx,
              HttpStatus.INTERNAL_SERVER_ERROR,
              new ErrorBody("something went wrong in the server; its log says what", "INTERNAL"));
        });
  }

  private void answer(Context ctx, ThumbnailException e) {
    if (e.isTransient()) {
      ctx.header(Header.RETRY_AFTER, Integer.toString(RETRY_SECONDS));
    }
    if (ctx.queryParam(PLACEHOLDER) == null) {
      ErrorBody body = new ErrorBody(String.valueOf(e.getMessage()), e.code().name());
      answer(ctx, status(e.code()), body);
    } else {
      int size = sizes.of(new Query(ctx).size("size", sizes, NamedSize.PAGE));
      ctx.header(Header.CACHE_CONTROL, "no-store");
      ctx.status(status(e.code()));
      ctx.contentType(Placeholder.MEDIA_TYPE + ";charset=utf-8").result(Placeholder.svg(e, size));
    }
  }

  private static void answer(Context ctx, HttpStatus status, ErrorBody body) {
    ctx.header(Header.CACHE_CONTROL, "no-store");
    ctx.status(status).json(body);
  }

  static HttpStatus status(ErrorCode code) {
    return switch (code) {
      case SOURCE_NOT_FOUND, NOT_A_REGULAR_FILE -> HttpStatus.NOT_FOUND;
      case FORMAT_UNKNOWN, FORMAT_UNSUPPORTED -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
      case DATA_TRUNCATED, DATA_MALFORMED, NATIVE_CRASH, NO_IMAGE, NO_VALID_PIXELS ->
          HttpStatus.UNPROCESSABLE_CONTENT;
      case LIMIT_DIMENSIONS, LIMIT_MEMORY -> HttpStatus.CONTENT_TOO_LARGE;
      case SOURCE_UNREADABLE, SOURCE_CHANGED, LIMIT_TIME, CANCELLED ->
          HttpStatus.SERVICE_UNAVAILABLE;
      case HOST_FAILURE -> HttpStatus.BAD_GATEWAY;
      case STRETCH_FAILED, OUTPUT_UNSUPPORTED, ENCODE_FAILED, CACHE_IO ->
          HttpStatus.INTERNAL_SERVER_ERROR;
    };
  }
}
