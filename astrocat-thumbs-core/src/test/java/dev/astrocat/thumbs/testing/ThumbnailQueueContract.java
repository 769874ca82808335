package dev.astrocat.thumbs.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.Priority;
import dev.astrocat.thumbs.host.JobHandler;
import dev.astrocat.thumbs.host.JobOptions;
import dev.astrocat.thumbs.host.JobOutcome;
import dev.astrocat.thumbs.host.Renewal;
import dev.astrocat.thumbs.host.ThumbnailJob;
import dev.astrocat.thumbs.host.ThumbnailQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What every queue must do; extend it and give one of yours for each test. */
public abstract class ThumbnailQueueContract {

  private static final JobOutcome DONE = new JobOutcome.Done(1, 0, 0);

  private final BlockingQueue<ThumbnailJob> delivered = new LinkedBlockingQueue<>();

  /** A queue that delivers to that handler; close it yourself after the test. */
  protected abstract ThumbnailQueue queue(JobHandler handler);

  /** Longest time until a job is delivered again; a minute by default. */
  protected Duration patience() {
    return Duration.ofMinutes(1);
  }

  @Test
  void aJobArrivesAsItWas() throws InterruptedException {
    ThumbnailJob job =
        new ThumbnailJob(
            "bulk:thumbnails:x",
            "run-1",
            3,
            List.of("4711", "M 31\n\\\ud800 é"),
            JobOptions.DEFAULT.stretch("asinh"),
            Renewal.FORCED,
            Priority.INTERACTIVE);
    queue(keeping(DONE)).submit(job);
    assertThat(next()).isEqualTo(job);
  }

  @Test
  void everyJobArrives() throws InterruptedException {
    ThumbnailQueue queue = queue(keeping(DONE));
    List<ThumbnailJob> jobs = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      jobs.add(job(i, Priority.values()[i % 3]));
      queue.submit(jobs.get(i));
    }
    List<ThumbnailJob> seen = new ArrayList<>();
    while (!seen.containsAll(jobs)) {
      seen.add(next());
    }
    assertThat(jobs).containsAll(seen);
  }

  @Test
  void whatIsToBeDoneLaterComesAgain() throws InterruptedException {
    queue(failingFirst(new JobOutcome.Later(Duration.ofMillis(50), "paused")))
        .submit(job(0, Priority.BULK));
    assertThat(next()).isEqualTo(next());
  }

  @Test
  void whatFailedInTheHostComesAgain() throws InterruptedException {
    queue(failingFirst(new JobOutcome.Failed(ErrorCode.HOST_FAILURE, "no database")))
        .submit(job(0, Priority.BULK));
    assertThat(next()).isEqualTo(next());
  }

  @Test
  void whatIsDoneOrGoneDoesNotComeForEver() throws InterruptedException {
    ThumbnailQueue queue = queue(keeping(new JobOutcome.Gone("cancelled")));
    queue.submit(job(0, Priority.BULK));
    queue.submit(job(1, Priority.BULK));
    next();
    next();
    Thread.sleep(500);
    assertThat(delivered.size()).isLessThan(5);
  }

  private JobHandler keeping(JobOutcome outcome) {
    return (job, admission) -> {
      delivered.add(job);
      return outcome;
    };
  }

  private JobHandler failingFirst(JobOutcome first) {
    ConcurrentMap<ThumbnailJob, JobOutcome> seen = new ConcurrentHashMap<>();
    return (job, admission) -> {
      delivered.add(job);
      return Optional.ofNullable(seen.putIfAbsent(job, first)).map(again -> DONE).orElse(first);
    };
  }

  private ThumbnailJob next() throws InterruptedException {
    ThumbnailJob job = delivered.poll(patience().toMillis(), TimeUnit.MILLISECONDS);
    assertThat(job).as("a job that is delivered within %s", patience()).isNotNull();
    return job;
  }

  private static ThumbnailJob job(int chunk, Priority priority) {
    return new ThumbnailJob(
        "bulk:thumbnails:x",
        "run-1",
        chunk,
        List.of("image-" + chunk),
        JobOptions.DEFAULT,
        Renewal.NEEDED,
        priority);
  }
}
