package dev.astrocat.thumbs;

import org.jspecify.annotations.Nullable;

/** The host application's store or queue threw. */
public final class HostException extends ThumbnailException {

  private static final long serialVersionUID = 1L;

  /** A failure without an underlying one. */
  public HostException(ErrorCode code, String message) {
    this(code, message, null);
  }

  /** A failure that keeps its cause. */
  public HostException(ErrorCode code, String message, @Nullable Throwable cause) {
    super(code, message, cause);
  }
}
