package dev.astrocat.thumbs.cache.entry;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.LimitException;
import dev.astrocat.thumbs.RenderException;
import dev.astrocat.thumbs.SourceException;
import dev.astrocat.thumbs.ThumbnailException;
import dev.astrocat.thumbs.source.SourceVersion;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is kept of a failure. Immutable.
 *
 * @param version version of the source that was opened
 * @param kind what was thrown
 * @param code why
 * @param message in words
 * @param tried ids of the decoders that were given the source
 * @param abilities SHA-256 of limits, decoders, and what those can do that were tried
 */
record FailureNote(
    SourceVersion version,
    Kind kind,
    ErrorCode code,
    String message,
    List<String> tried,
    String abilities) {

  /** Version of this format. */
  static final int FORMAT = 1;

  private static final int MAX_MESSAGE = 4_000;
  private static final int MAX_CAUSES = 8;

  /** The exceptions that bytes alone can be to blame for. */
  enum Kind {
    SOURCE,
    DECODE,
    LIMIT,
    RENDER
  }

  /**
   * Whether the same bytes are sure to fail again. What an {@link Error} caused, such as want of
   * heap or of a library, may not; stretches and encoders are no bytes' fault.
   */
  static boolean isLasting(ThumbnailException failure) {
    return switch (failure.code()) {
      case FORMAT_UNKNOWN,
          FORMAT_UNSUPPORTED,
          DATA_TRUNCATED,
          DATA_MALFORMED,
          NO_IMAGE,
          NO_VALID_PIXELS,
          LIMIT_DIMENSIONS,
          NATIVE_CRASH ->
          !isErrorBehind(failure, MAX_CAUSES);
      // With a cause it is a worker's, which may be given more.
      case LIMIT_MEMORY -> failure.getCause() == null;
      default -> false;
    };
  }

  private static boolean isErrorBehind(Throwable failure, int depth) {
    return failure instanceof Error
        || depth > 0
            && Stream.concat(
                    Stream.ofNullable(failure.getCause()), Stream.of(failure.getSuppressed()))
                .anyMatch(behind -> isErrorBehind(behind, depth - 1));
  }

  static FailureNote of(
      SourceVersion version, ThumbnailException failure, List<String> tried, String abilities) {
    String message = String.valueOf(failure.getMessage());
    return new FailureNote(
        version,
        kind(failure),
        failure.code(),
        message.substring(0, Math.min(message.length(), MAX_MESSAGE)),
        tried,
        abilities);
  }

  private static Kind kind(ThumbnailException failure) {
    if (failure instanceof SourceException) {
      return Kind.SOURCE;
    }
    if (failure instanceof LimitException) {
      return Kind.LIMIT;
    }
    return failure instanceof RenderException ? Kind.RENDER : Kind.DECODE;
  }

  ThumbnailException exception() {
    RememberedFailure before = new RememberedFailure();
    return switch (kind) {
      case SOURCE -> new SourceException(code, message, before);
      case DECODE -> new DecodeException(code, message, before);
      case LIMIT -> new LimitException(code, message, before);
      case RENDER -> new RenderException(code, message, before);
    };
  }

  String text() {
    NoteWriter note =
        new NoteWriter()
            .line("version", version)
            .line("kind", kind)
            .line("code", code)
            .line("message", message)
            .line("tried", tried.size());
    tried.forEach(decoder -> note.line("decoder", decoder));
    return note.line("abilities", abilities).text();
  }

  /** Reads a note back; {@link IllegalArgumentException} if it is none. */
  static FailureNote parse(String text) {
    NoteReader note = new NoteReader(text);
    FailureNote read =
        new FailureNote(
            new SourceVersion(note.field("version")),
            Kind.valueOf(note.field("kind")),
            ErrorCode.valueOf(note.field("code")),
            note.field("message"),
            note.items("tried", () -> note.field("decoder")),
            note.field("abilities"));
    note.end();
    return read;
  }
}
