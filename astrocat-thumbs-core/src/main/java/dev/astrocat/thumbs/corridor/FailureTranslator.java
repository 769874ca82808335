package dev.astrocat.thumbs.corridor;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.HostException;
import dev.astrocat.thumbs.LimitException;
import dev.astrocat.thumbs.RenderException;
import dev.astrocat.thumbs.SourceException;
import dev.astrocat.thumbs.ThumbnailException;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Objects;
import java.util.function.Supplier;

/** The one place where whatever is thrown on the way becomes a {@link ThumbnailException}. */
final class FailureTranslator {

  private FailureTranslator() {}

  /** A step of the corridor. */
  @FunctionalInterface
  interface Step<T> {
    T run() throws IOException;
  }

  /** Where a step belongs, which decides what an unforeseen failure is called. */
  enum Room {
    SOURCE,
    DECODE,
    STRETCH,
    ENCODE
  }

  /** Runs a step on a source of that name; nothing but {@link ThumbnailException} comes out. */
  static <T> T translating(Room room, String name, Step<T> step) {
    try {
      return step.run();
    } catch (ThumbnailException e) {
      throw e;
    } catch (UncheckedIOException e) {
      throw translated(room, name, Objects.requireNonNull(e.getCause()));
    } catch (IOException e) {
      throw translated(room, name, e);
    } catch (OutOfMemoryError e) {
      throw new LimitException(
          ErrorCode.OUT_OF_MEMORY,
          "the heap was full while " + name + " was decoded; give Java more memory with -Xmx",
          e);
    } catch (StackOverflowError e) {
      throw DecodeException.malformed(name + " nests its parts too deeply", e);
    } catch (LinkageError e) {
      throw missingLibrary(room, name, e);
    } catch (RuntimeException e) {
      throw unforeseen(room, name, e);
    }
  }

  /**
   * Runs a step of a cache that somebody else wrote; all its failures become {@link IOException}.
   */
  static <T> T ioOnly(Step<T> step) throws IOException {
    try {
      return step.run();
    } catch (RuntimeException e) {
      throw new IOException("the cache failed: " + e.getClass().getSimpleName(), e);
    }
  }

  /** Runs a step of the host. */
  static <T> T hosted(String what, Supplier<T> call) {
    try {
      return call.get();
    } catch (ThumbnailException e) {
      throw e; // the host passes on what this library told it
    } catch (RuntimeException e) {
      throw new HostException(
          ErrorCode.HOST_FAILURE, what + " failed: " + e.getClass().getSimpleName(), e);
    }
  }

  private static ThumbnailException unforeseen(Room room, String name, RuntimeException e) {
    String what = e.getClass().getSimpleName();
    return switch (room) {
      case SOURCE ->
          new SourceException(
              ErrorCode.SOURCE_UNREADABLE, name + " could not be opened: " + what, e);
      case DECODE -> DecodeException.malformed(name + " could not be decoded: " + what, e);
      case STRETCH ->
          new RenderException(
              ErrorCode.STRETCH_FAILED, name + " could not be stretched: " + what, e);
      case ENCODE ->
          new RenderException(ErrorCode.ENCODE_FAILED, name + " could not be encoded: " + what, e);
    };
  }

  /** The linker's own message may hold the path of a native library. */
  private static ThumbnailException missingLibrary(Room room, String name, LinkageError e) {
    String message =
        name + " needs a library that is missing or broken: " + e.getClass().getSimpleName();
    return switch (room) {
      case SOURCE -> new SourceException(ErrorCode.SOURCE_UNREADABLE, message, e);
      case DECODE -> new DecodeException(ErrorCode.FORMAT_UNSUPPORTED, message, e);
      case STRETCH -> new RenderException(ErrorCode.STRETCH_FAILED, message, e);
      case ENCODE -> new RenderException(ErrorCode.OUTPUT_UNSUPPORTED, message, e);
    };
  }

  private static ThumbnailException translated(Room room, String name, IOException e) {
    if (room == Room.ENCODE) {
      return new RenderException(
          ErrorCode.ENCODE_FAILED, name + " could not be encoded: " + SourceException.reason(e), e);
    }
    if (e instanceof EOFException && room != Room.SOURCE) {
      return new DecodeException(
          ErrorCode.DATA_TRUNCATED, name + " ends early: " + SourceException.reason(e), e);
    }
    // An interrupt closes the channel, and streams tell of it in ways of their own.
    if (e instanceof ClosedByInterruptException || Thread.currentThread().isInterrupted()) {
      return new LimitException(ErrorCode.CANCELLED, "the thread was interrupted", e);
    }
    return SourceException.unreadable(name, e);
  }
}
