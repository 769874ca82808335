package dev.astrocat.thumbs;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystemException;
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

  /** {@code SOURCE_UNREADABLE}: the source of that name is there, but reading it failed. */
  public static SourceException unreadable(String name, IOException cause) {
    return new SourceException(
        ErrorCode.SOURCE_UNREADABLE, "cannot read " + name + ": " + reason(cause), cause);
  }

  /**
   * What an I/O failure says without paths: messages of file-system exceptions, and of {@link
   * FileNotFoundException}, hold the whole one.
   */
  public static String reason(IOException e) {
    String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    return reason == null || e instanceof FileNotFoundException
        ? e.getClass().getSimpleName()
        : reason;
  }
}
