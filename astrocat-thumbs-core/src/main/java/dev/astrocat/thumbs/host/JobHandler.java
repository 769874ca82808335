package dev.astrocat.thumbs.host;

/** What a queue hands its jobs to: a {@link ThumbnailWorker}. Thread-safe. */
@FunctionalInterface
public interface JobHandler {

  /**
   * Runs a job in the calling thread. Blocks; interrupting the thread makes it return soon.
   *
   * @param admission asked before each image
   * @return what the queue has to do next
   */
  JobOutcome run(ThumbnailJob job, Admission admission);

  /** Runs a job without asking anybody in between. */
  default JobOutcome run(ThumbnailJob job) {
    return run(job, Admission.ALWAYS);
  }
}
