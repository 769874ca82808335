package dev.astrocat.thumbs.host;

import dev.astrocat.thumbs.ErrorCode;
import java.time.Duration;
import java.util.Optional;

/** How the run of a job ended, and with it what a queue has to do next. Immutable. */
public sealed interface JobOutcome {

  /** When the job is to be delivered again; empty if it is finished. */
  default Optional<Duration> again() {
    return Optional.empty();
  }

  /**
   * The job is finished: all its images are dealt with. The queue forgets it.
   *
   * @param done thumbnails made
   * @param failed images without a thumbnail, for good
   * @param skipped images that needed none, or that the host no longer has
   */
  record Done(int done, int failed, int skipped) implements JobOutcome {}

  /**
   * Something is left to do, later: the run is paused, a folder has too many readers, an error may
   * pass, another worker is at it. The queue delivers the same job again.
   *
   * @param after how long to wait at least
   * @param reason for logs
   */
  record Later(Duration after, String reason) implements JobOutcome {
    @Override
    public Optional<Duration> again() {
      return Optional.of(after);
    }
  }

  /**
   * Nobody wants the job any more: its run was cancelled, has ended or is unknown. The queue
   * forgets it.
   *
   * @param reason for logs
   */
  record Gone(String reason) implements JobOutcome {}

  /**
   * The host's store or progress store threw. The queue delivers the job again, after a while.
   *
   * @param code why; {@link ErrorCode#HOST_FAILURE}
   * @param message for logs
   */
  record Failed(ErrorCode code, String message) implements JobOutcome {

    private static final Duration AFTER = Duration.ofSeconds(10);

    @Override
    public Optional<Duration> again() {
      return Optional.of(AFTER);
    }
  }
}
