package dev.astrocat.thumbs;

import org.jspecify.annotations.Nullable;

/** The picture could not be stretched or encoded. */
public final class RenderException extends ThumbnailException {

  private static final long serialVersionUID = 1L;

  /** A failure without an underlying one. */
  public RenderException(ErrorCode code, String message) {
    this(code, message, null);
  }

  /** A failure that keeps its cause. */
  public RenderException(ErrorCode code, String message, @Nullable Throwable cause) {
    super(code, message, cause);
  }
}
