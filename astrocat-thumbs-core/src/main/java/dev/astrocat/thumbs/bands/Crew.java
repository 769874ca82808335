package dev.astrocat.thumbs.bands;

import java.util.concurrent.Executor;

/**
 * Who may work on one image: the calling thread, and up to {@code size - 1} tasks of the caller's
 * executor. The calling thread always takes part, so a busy or full executor delays nothing.
 *
 * @param executor runs the other tasks
 * @param size most threads on one image
 */
public record Crew(Executor executor, int size) {

  /** Only the calling thread. */
  public static final Crew SOLO = new Crew(Runnable::run, 1);

  /** Checks the size. */
  public Crew {
    if (size < 1) {
      throw new IllegalArgumentException("a crew of " + size);
    }
  }
}
