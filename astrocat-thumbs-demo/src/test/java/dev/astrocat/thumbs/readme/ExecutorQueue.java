package dev.astrocat.thumbs.readme;

import dev.astrocat.thumbs.host.JobHandler;
import dev.astrocat.thumbs.host.ThumbnailJob;
import dev.astrocat.thumbs.host.ThumbnailQueue;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The queue of the README. */
// snippet
record ExecutorQueue(ScheduledExecutorService threads, JobHandler worker)
    implements ThumbnailQueue {

  @Override
  public void submit(ThumbnailJob job) {
    threads.execute(() -> worker.run(job).again().ifPresent(delay -> submitLater(job, delay)));
  }

  private void submitLater(ThumbnailJob job, Duration delay) {
    threads.schedule(() -> submit(job), delay.toMillis(), TimeUnit.MILLISECONDS);
  }
}
// end
