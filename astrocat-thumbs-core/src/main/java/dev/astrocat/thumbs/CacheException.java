package dev.astrocat.thumbs;

import org.jspecify.annotations.Nullable;

/** The cache could not be read or written. */
public final class CacheException extends ThumbnailException {

  private static final long serialVersionUID = 1L;

  /** A failure without an underlying one. */
  public CacheException(ErrorCode code, String message) {
    this(code, message, null);
  }

  /** A failure that keeps its cause. */
  public CacheException(ErrorCode code, String message, @Nullable Throwable cause) {
    super(code, message, cause);
  }
}
