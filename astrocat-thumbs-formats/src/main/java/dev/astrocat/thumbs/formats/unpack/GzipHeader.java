package dev.astrocat.thumbs.formats.unpack;

import dev.astrocat.thumbs.DecodeException;
import java.io.IOException;

/** The header of a gzip member (RFC 1952 section 2.3), of which nothing is needed but its end. */
final class GzipHeader {

  private static final int ID1 = 0x1F;
  private static final int ID2 = 0x8B;
  private static final int METHOD_DEFLATE = 8;
  private static final int FLAG_CRC = 2;
  private static final int FLAG_EXTRA = 4;
  private static final int FLAG_NAME = 8;
  private static final int FLAG_COMMENT = 16;
  private static final int TIME_AND_SYSTEM_BYTES = 6;

  /** File names and comments are short; nobody looks at the clock while they are passed over. */
  private static final int MAX_TEXT_BYTES = 1 << 20;

  private GzipHeader() {}

  /** Bytes in order; throws {@link java.io.EOFException} behind the last. */
  @FunctionalInterface
  interface Feed {
    int next() throws IOException;
  }

  /** Moves to the first byte of deflated data. */
  static void skip(Feed feed) throws IOException {
    if (feed.next() != ID1 || feed.next() != ID2) {
      throw DecodeException.malformed("gzip: a member does not start with 1F 8B");
    }
    int method = feed.next();
    if (method != METHOD_DEFLATE) {
      throw DecodeException.unsupported("gzip: compression method " + method + ", not deflate");
    }
    int flags = feed.next();
    skip(feed, TIME_AND_SYSTEM_BYTES);
    if ((flags & FLAG_EXTRA) != 0) {
      skip(feed, feed.next() | feed.next() << 8);
    }
    if ((flags & FLAG_NAME) != 0) {
      skipText(feed);
    }
    if ((flags & FLAG_COMMENT) != 0) {
      skipText(feed);
    }
    if ((flags & FLAG_CRC) != 0) {
      skip(feed, 2);
    }
  }

  private static void skip(Feed feed, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      feed.next();
    }
  }

  private static void skipText(Feed feed) throws IOException {
    int length = 0;
    while (feed.next() != 0) {
      length++;
      if (length > MAX_TEXT_BYTES) {
        throw DecodeException.malformed("gzip: a name or comment without an end");
      }
    }
  }
}
