package dev.astrocat.thumbs.host;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.HostException;
import dev.astrocat.thumbs.ThumbnailException;
import java.util.function.Supplier;

/** The one place where what the host's code throws becomes {@link ErrorCode#HOST_FAILURE}. */
final class HostCall {

  private HostCall() {}

  /**
   * The value of a call into the host's code.
   *
   * @param what names it in the message
   */
  static <T> T of(String what, Supplier<T> call) {
    try {
      return call.get();
    } catch (ThumbnailException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new HostException(
          ErrorCode.HOST_FAILURE, what + " failed: " + e.getClass().getSimpleName(), e);
    }
  }

  /** The same for a call without a value. */
  static void run(String what, Runnable call) {
    of(
        what,
        () -> {
          call.run();
          return what;
        });
  }
}
