package dev.astrocat.thumbs;

/**
 * Why a thumbnail could not be made: stable names that hosts may store, group by and translate.
 *
 * <p>{@link #isTransient()} tells whether trying again later, with the same bytes, can help.
 */
public enum ErrorCode {
  /** There is no such file. */
  SOURCE_NOT_FOUND(Retry.NEVER),
  /** The name leads to a folder, a device, a pipe or a socket. */
  NOT_A_REGULAR_FILE(Retry.NEVER),
  /** The source exists but could not be read: permission, I/O error, lost connection. */
  SOURCE_UNREADABLE(Retry.LATER),
  /** The source changed while it was being read. */
  SOURCE_CHANGED(Retry.LATER),
  /** No decoder recognises the content. */
  FORMAT_UNKNOWN(Retry.NEVER),
  /** The format is known, but this file's variant of it is not supported. */
  FORMAT_UNSUPPORTED(Retry.NEVER),
  /** The data ends early. */
  DATA_TRUNCATED(Retry.NEVER),
  /** The data breaks a rule of its format. */
  DATA_MALFORMED(Retry.NEVER),
  /** The file is sound but holds no picture, for example only tables. */
  NO_IMAGE(Retry.NEVER),
  /** The picture holds not one finite sample. */
  NO_VALID_PIXELS(Retry.NEVER),
  /** The picture or the file is larger than {@link Limits} allow. */
  LIMIT_DIMENSIONS(Retry.NEVER),
  /** Decoding takes more memory than {@link Limits} allow. */
  LIMIT_MEMORY(Retry.NEVER),
  /** Decoding took longer than {@link Limits} allow. */
  LIMIT_TIME(Retry.LATER),
  /** Others are being decoded, and their end was not waited for any longer. */
  BUSY(Retry.LATER),
  /** The heap was full, also of what others hold; says nothing about the picture. */
  OUT_OF_MEMORY(Retry.LATER),
  /**
   * The native library that reads this format crashed on the file, in a process of its own, and did
   * so again when tried once more.
   */
  NATIVE_CRASH(Retry.NEVER),
  /** The calling thread was interrupted, or who asked has given up. */
  CANCELLED(Retry.LATER),
  /** The generator was closed. */
  CLOSED(Retry.NEVER),
  /** A stretch strategy failed or is not known. */
  STRETCH_FAILED(Retry.NEVER),
  /** No encoder writes the wanted output format. */
  OUTPUT_UNSUPPORTED(Retry.NEVER),
  /** The encoder failed. */
  ENCODE_FAILED(Retry.NEVER),
  /** The cache could not be read or written. */
  CACHE_IO(Retry.LATER),
  /** The host application's store or queue threw. */
  HOST_FAILURE(Retry.LATER);

  private enum Retry {
    NEVER,
    LATER
  }

  private final Retry retry;

  ErrorCode(Retry retry) {
    this.retry = retry;
  }

  /** Whether a later attempt on the same bytes may succeed. */
  public boolean isTransient() {
    return retry == Retry.LATER;
  }
}
