package dev.astrocat.thumbs;

import org.jspecify.annotations.Nullable;

/** The source is missing, unreadable, changed while it was read, or of no known format. */
public final class SourceException extends ThumbnailException {

  private static final long serialVersionUID = 1L;

  /** A failure without an underlying one. */
  public SourceException(ErrorCode code, String message) {
    this(code, message, null);
  }

  /** A failure that keeps its cause. */
  public SourceException(ErrorCode code, String message, @Nullable Throwable cause) {
    super(code, message, cause);
  }
}
