package dev.astrocat.thumbs.demo.jobs;

import dev.astrocat.thumbs.Priority;
import dev.astrocat.thumbs.host.Admission;
import dev.astrocat.thumbs.host.BulkRequest;
import dev.astrocat.thumbs.host.BulkThumbnails;
import dev.astrocat.thumbs.host.JobHandler;
import dev.astrocat.thumbs.host.JobOutcome;
import dev.astrocat.thumbs.host.ProgressStore;
import dev.astrocat.thumbs.host.ThumbnailJob;

/**
 * Starts the runs of new images and of persons again whose progress is lost: it is kept for an hour
 * only, and Redis may come back empty, while jobs wait in the table for as long as it takes. (Bulk
 * runs are started again from the book.) Thread-safe.
 */
public final class LostRuns implements JobHandler {

  private final JobHandler worker;
  private final ProgressStore progress;
  private final BulkThumbnails producer;

  /**
   * Stands before a worker.
   *
   * @param producer queues jobs before it returns
   */
  public LostRuns(JobHandler worker, ProgressStore progress, BulkThumbnails producer) {
    this.worker = worker;
    this.progress = progress;
    this.producer = producer;
  }

  @Override
  public JobOutcome run(ThumbnailJob job, Admission admission) {
    JobOutcome outcome = worker.run(job, admission);
    if (outcome instanceof JobOutcome.Gone && isLost(job)) {
      producer.start(
          BulkRequest.images(job.images())
              .options(job.options())
              .renewal(job.renewal())
              .priority(job.priority()));
    }
    return outcome;
  }

  private boolean isLost(ThumbnailJob job) {
    return job.priority() != Priority.BULK && progress.read(job.key()).isEmpty();
  }
}
