package dev.astrocat.thumbs;

import dev.astrocat.thumbs.cache.entry.RememberedFailure;
import org.jspecify.annotations.Nullable;

/**
 * The one family of exceptions that crosses the public API. Its message is one short line, says
 * what to do where that is known, and never holds an absolute path.
 */
public abstract sealed class ThumbnailException extends RuntimeException
    permits SourceException,
        DecodeException,
        LimitException,
        RenderException,
        CacheException,
        HostException {

  private static final long serialVersionUID = 1L;

  private final ErrorCode code;

  ThumbnailException(ErrorCode code, String message, @Nullable Throwable cause) {
    super(oneLine(message), cause);
    this.code = code;
  }

  /** Names of files and values of headers may hold anything, and messages go into logs. */
  private static String oneLine(String message) {
    return Brief.of(message).replaceAll("[\\p{Cntrl}\\x85\\u2028\\u2029]+", " ");
  }

  /** The class, the code and the message. */
  @Override
  @SuppressWarnings("OverrideThrowableToString") // the message alone goes to people
  public final String toString() {
    return getClass().getName() + ": " + code + ": " + getMessage();
  }

  /** Why; stable across versions. */
  public final ErrorCode code() {
    return code;
  }

  /**
   * Whether this is no failure of now, but one that was kept in the cache when the same bytes could
   * not be decoded before; {@link Reuse} tells how to try again.
   */
  public final boolean isRemembered() {
    return getCause() instanceof RememberedFailure;
  }

  /** Whether a later attempt on the same bytes may succeed. */
  public final boolean isTransient() {
    return code.isTransient();
  }
}
