package dev.astrocat.thumbs.corridor;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.LimitException;
import dev.astrocat.thumbs.SourceException;
import dev.astrocat.thumbs.ThumbnailException;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Objects;

/** The one place where whatever is thrown on the way becomes a {@link ThumbnailException}. */
final class FailureTranslator {

  private FailureTranslator() {}

  /** A step of the corridor. */
  @FunctionalInterface
  interface Step<T> {
    T run() throws IOException;
  }

  /** Runs a step on a source of that name; nothing but {@link ThumbnailException} comes out. */
  static <T> T translating(String name, Step<T> step) {
    try {
      return step.run();
    } catch (ThumbnailException e) {
      throw e;
    } catch (UncheckedIOException e) {
      throw translated(name, Objects.requireNonNull(e.getCause()));
    } catch (IOException e) {
      throw translated(name, e);
    } catch (OutOfMemoryError e) {
      throw new LimitException(
          ErrorCode.LIMIT_MEMORY,
          name + " takes more memory than there is; give Java more with -Xmx",
          e);
    } catch (StackOverflowError e) {
      throw DecodeException.malformed(name + " nests its parts too deeply", e);
    } catch (RuntimeException e) {
      throw DecodeException.malformed(
          name + " could not be decoded: " + e.getClass().getSimpleName(), e);
    }
  }

  private static ThumbnailException translated(String name, IOException e) {
    if (e instanceof EOFException) {
      return new DecodeException(
          ErrorCode.DATA_TRUNCATED, name + " ends early: " + e.getMessage(), e);
    }
    if (e instanceof ClosedByInterruptException) {
      return new LimitException(ErrorCode.CANCELLED, "the thread was interrupted", e);
    }
    return new SourceException(
        ErrorCode.SOURCE_UNREADABLE, "cannot read " + name + ": " + e.getMessage(), e);
  }
}
