package dev.astrocat.thumbs;

import org.jspecify.annotations.Nullable;

/**
 * A file of a known format that cannot be turned into pixels; the message names format and rule.
 */
public final class DecodeException extends ThumbnailException {

  private static final long serialVersionUID = 1L;

  /** Any decode failure; decoders use the factories below. */
  public DecodeException(ErrorCode code, String message, @Nullable Throwable cause) {
    super(code, message, cause);
  }

  /** {@code DATA_TRUNCATED}: the data ends early. */
  public static DecodeException truncated(String message) {
    return new DecodeException(ErrorCode.DATA_TRUNCATED, message, null);
  }

  /** {@code DATA_MALFORMED}: the data breaks a rule of its format. */
  public static DecodeException malformed(String message) {
    return new DecodeException(ErrorCode.DATA_MALFORMED, message, null);
  }

  /** {@code DATA_MALFORMED}, found by a library. */
  public static DecodeException malformed(String message, Throwable cause) {
    return new DecodeException(ErrorCode.DATA_MALFORMED, message, cause);
  }

  /** {@code FORMAT_UNSUPPORTED}: a known format, but not this variant of it. */
  public static DecodeException unsupported(String message) {
    return new DecodeException(ErrorCode.FORMAT_UNSUPPORTED, message, null);
  }

  /** {@code NO_IMAGE}: a sound file without a picture. */
  public static DecodeException noImage(String message) {
    return new DecodeException(ErrorCode.NO_IMAGE, message, null);
  }
}
