package dev.astrocat.thumbs.demo.serve.http;

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
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.EofException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns what went wrong into an honest status and an {@link ErrorBody}; nothing else leaks.
 * Thread-safe.
 */
public final class Failures {

  /** Parameter by which a page asks for a picture of the failure. */
  public static final String PLACEHOLDER = "placeholder";

  /** Its values. */
  public static final List<String> PLACEHOLDERS = List.of("svg");

  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
  private static final int RETRY_SECONDS = 5;

  private final NamedSizes sizes;

  /** Answers whose pictures have these sizes. */
  public Failures(NamedSizes sizes) {
    this.sizes = sizes;
  }

  /** Answers for all routes. */
  public void register(RoutesConfig routes) {
    routes.exception(ThumbnailException.class, (e, ctx) -> answer(ctx, e));
    routes.exception(RequestProblem.class, (e, ctx) -> answer(ctx, e));
    routes.exception(HttpResponseException.class, (e, ctx) -> answer(ctx, e));
    routes.exception(EOFException.class, (e, ctx) -> brokenOff(ctx, e));
    routes.exception(CompletionException.class, (e, ctx) -> unpacked(ctx, e));
    routes.exception(Exception.class, (e, ctx) -> unexpected(ctx, e));
  }

  /** What the framework found: no route, or not by that method. */
  private static void answer(Context ctx, HttpResponseException e) {
    HttpStatus status = HttpStatus.forStatus(e.getStatus());
    if (status == HttpStatus.METHOD_NOT_ALLOWED) {
      ctx.header(Header.ALLOW, e.getDetails().getOrDefault("availableMethods", "GET"));
    }
    answer(ctx, status, new ErrorBody(status.getMessage(), status.name()));
  }

  /** Who sent half a body may still be there to hear that nothing was done. */
  private void brokenOff(Context ctx, EOFException e) {
    LOG.debug("a client left, or sent half a body", e);
    if (!ctx.res().isCommitted()) {
      answer(ctx, RequestProblem.brokenBody());
    }
  }

  /** What failed in another thread, for this request. */
  private void unpacked(Context ctx, CompletionException e) {
    if (e.getCause() instanceof ThumbnailException failure) {
      answer(ctx, failure);
    } else if (e.getCause() instanceof RequestProblem problem) {
      answer(ctx, problem);
    } else {
      unexpected(ctx, e.getCause() instanceof Exception cause ? cause : e);
    }
  }

  /** The border of the server: whatever else comes is our fault, and logged here once. */
  private void unexpected(Context ctx, Exception e) {
    if (e instanceof HttpException || e.getCause() instanceof HttpException) {
      answer(ctx, RequestProblem.bodyTooLong()); // the one thing that Jetty finds so late
      return;
    }
    if (isGone(e, ctx)) {
      LOG.debug("a client left before it had its answer", e);
      return;
    }
    Optional<RequestProblem> outage = StoreFailures.outage(e);
    if (outage.isPresent()) {
      answer(ctx, outage.get());
      return;
    }
    if (e.getCause() instanceof EofException) {
      LOG.debug("a client left", e); // browsers give pictures up that were scrolled away
      return;
    }
    LOG.error("{} {} failed", ctx.method(), ctx.endpoint().path, e);
    ErrorBody body =
        new ErrorBody("something went wrong in the server; its log says what", "INTERNAL");
    answer(ctx, HttpStatus.INTERNAL_SERVER_ERROR, body);
  }

  /** Once an answer has begun, only the connection can fail. */
  private static boolean isGone(Exception e, Context ctx) {
    boolean isInput = e instanceof IOException || e instanceof UncheckedIOException;
    return e instanceof ClosedChannelException || isInput && ctx.res().isCommitted();
  }

  private void answer(Context ctx, RequestProblem problem) {
    problem.retrySeconds().ifPresent(s -> ctx.header(Header.RETRY_AFTER, Integer.toString(s)));
    if (problem.status() == HttpStatus.UNAUTHORIZED) {
      ctx.header(Header.WWW_AUTHENTICATE, "Bearer");
    }
    answer(ctx, problem.status(), problem.body());
  }

  private void answer(Context ctx, ThumbnailException e) {
    Optional<RequestProblem> outage =
        e.code() == ErrorCode.HOST_FAILURE ? StoreFailures.outage(e) : Optional.empty();
    if (outage.isPresent()) {
      answer(ctx, outage.get());
      return;
    }
    if (e.isTransient()) {
      ctx.header(Header.RETRY_AFTER, Integer.toString(RETRY_SECONDS));
    }
    if (ctx.queryParam(PLACEHOLDER) == null) {
      String detail = Scrub.clean(String.valueOf(e.getMessage()));
      answer(ctx, status(e.code()), new ErrorBody(detail, e.code().name()));
    } else {
      int size = sizes.of(new Query(ctx).size("size", sizes, NamedSize.PAGE));
      ctx.header(Header.CACHE_CONTROL, "no-store");
      ctx.status(status(e.code()));
      ctx.contentType(Placeholder.MEDIA_TYPE + ";charset=utf-8")
          .result(Scrub.clean(Placeholder.svg(e, size)));
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
      case SOURCE_UNREADABLE, SOURCE_CHANGED, LIMIT_TIME, BUSY, OUT_OF_MEMORY, CANCELLED, CLOSED ->
          HttpStatus.SERVICE_UNAVAILABLE;
      case HOST_FAILURE -> HttpStatus.BAD_GATEWAY;
      case STRETCH_FAILED, OUTPUT_UNSUPPORTED, ENCODE_FAILED, CACHE_IO ->
          HttpStatus.INTERNAL_SERVER_ERROR;
    };
  }
}
