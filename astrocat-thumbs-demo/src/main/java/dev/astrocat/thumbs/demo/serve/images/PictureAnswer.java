package dev.astrocat.thumbs.demo.serve.images;

import dev.astrocat.thumbs.Thumbnail;
import dev.astrocat.thumbs.demo.serve.http.EntityTagList;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.io.IOException;

/** Sends pictures, or says that the client has them already. Stateless. */
final class PictureAnswer {

  /** Browsers may keep the picture but must ask each time whether it still holds. */
  static final String ASK = "private, no-cache";

  /** Browsers may keep it: another picture will have another address. */
  static final String KEEP = "private, max-age=31536000, immutable";

  private PictureAnswer() {}

  static void send(Thumbnail thumbnail, String caching, Context ctx) throws IOException {
    boolean isSure = thumbnail.origin() != Thumbnail.Origin.CACHED_UNVERIFIED;
    ctx.header(Header.CACHE_CONTROL, isSure ? caching : ASK);
    send(thumbnail.bytes(), thumbnail.etag(), thumbnail.mediaType(), ctx);
  }

  static void send(byte[] picture, String tag, String mediaType, Context ctx) throws IOException {
    String etag = "\"" + tag + "\"";
    ctx.header(Header.ETAG, etag);
    if (EntityTagList.of(ctx).matches(etag)) {
      ctx.status(HttpStatus.NOT_MODIFIED);
      ctx.res().setContentType(null);
      // At the end the server would say that there are 0 bytes, which is not the picture's length
      // (RFC 9110 section 8.6).
      ctx.res().flushBuffer();
    } else {
      bytes(picture, mediaType, ctx);
    }
  }

  /** Straight to the connection: pictures are compressed as they are. */
  private static void bytes(byte[] bytes, String mediaType, Context ctx) throws IOException {
    ctx.contentType(mediaType);
    ctx.res().setContentLength(bytes.length);
    ctx.res().getOutputStream().write(bytes);
  }
}
