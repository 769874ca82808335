package dev.astrocat.thumbs.corridor;

import java.util.function.Supplier;

/** Runs code of the host, whose failures must be told from ours. */
public final class HostCall {

  private HostCall() {}

  /**
   * What the call gives.
   *
   * @param what names the call in the message of a failure
   * @throws dev.astrocat.thumbs.HostException {@code HOST_FAILURE} for whatever it throws
   */
  public static <T> T run(String what, Supplier<T> call) {
    return FailureTranslator.hosted(what, call);
  }

  /** The same for a call without a value. */
  public static void perform(String what, Runnable call) {
    run(
        what,
        () -> {
          call.run();
          return what;
        });
  }
}
