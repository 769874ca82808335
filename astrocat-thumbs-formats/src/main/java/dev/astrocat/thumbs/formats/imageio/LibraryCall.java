package dev.astrocat.thumbs.formats.imageio;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.ThumbnailException;
import java.io.EOFException;
import java.io.IOException;

/** A call into an ImageIO reader, whose exceptions must not reach the user as they are. */
@FunctionalInterface
public interface LibraryCall<T> {

  /** Longest part of a library's message that is passed on. */
  int REASON_LENGTH = 120;

  /** Calls the library. */
  T run() throws IOException;

  /**
   * Runs a call; the one place where unchecked exceptions of image libraries end.
   *
   * @param format name of the format, for messages
   * @param input the stream that the library reads
   * @throws IOException only if reading the source failed
   * @throws DecodeException {@code DATA_TRUNCATED} when the library ran into the end, else {@code
   *     DATA_MALFORMED}
   */
  static <T> T translate(String format, SourceImageInputStream input, LibraryCall<T> call)
      throws IOException {
    try {
      return call.run();
    } catch (ThumbnailException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      input.rethrowOwnFailure();
      if (endsEarly(e)) {
        throw new DecodeException(
            dev.astrocat.thumbs.ErrorCode.DATA_TRUNCATED, format + ": the data ends early", e);
      }
      throw DecodeException.malformed(format + ": " + reason(e), e);
    }
  }

  private static boolean endsEarly(Throwable e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof EOFException) {
        return true;
      }
    }
    return false;
  }

  private static String reason(Throwable e) {
    String message = e.getMessage();
    String reason =
        message == null ? e.getClass().getSimpleName() : message.lines().findFirst().orElse("");
    return reason.length() <= REASON_LENGTH ? reason : reason.substring(0, REASON_LENGTH);
  }
}
