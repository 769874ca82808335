package dev.astrocat.thumbs;

import org.jspecify.annotations.Nullable;

/** A limit of {@link Limits} was met, or the caller gave up. */
public final class LimitException extends ThumbnailException {

  private static final long serialVersionUID = 1L;

  /** A failure without an underlying one. */
  public LimitException(ErrorCode code, String message) {
    this(code, message, null);
  }

  /** A failure that keeps its cause. */
  public LimitException(ErrorCode code, String message, @Nullable Throwable cause) {
    super(code, message, cause);
  }
}
