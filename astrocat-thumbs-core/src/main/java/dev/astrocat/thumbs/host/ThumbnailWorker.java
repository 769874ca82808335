package dev.astrocat.thumbs.host;

import dev.astrocat.thumbs.HostException;
import dev.astrocat.thumbs.ThumbnailException;
import dev.astrocat.thumbs.ThumbnailGenerator;
import dev.astrocat.thumbs.cache.CacheStatistics;
import dev.astrocat.thumbs.corridor.HostCall;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the thumbnails of the jobs that a queue delivers. Thread-safe: one worker serves all
 * threads of a process.
 *
 * <p>A thumbnail is saved to the image store only after the cache holds it. Progress is told a few
 * times a second. The run's state is read before each image, so that a run can be paused and
 * cancelled.
 */
public final class ThumbnailWorker implements JobHandler {

  private static final Logger log = LoggerFactory.getLogger(ThumbnailWorker.class);

  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final ImageWork images;
  private final RunLedger ledger;
  private final ThumbnailGenerator generator;
  private final SystemStats statistics;

  /** A worker that keeps no statistics. */
  public ThumbnailWorker(ThumbnailGenerator generator, ImageStore store, ProgressStore progress) {
    this(generator, store, progress, nobody -> {});
  }

  /**
   * A worker that saves the cache's statistics at the end of each run.
   *
   * @param generator with a cache; without one, all images fail
   */
  public ThumbnailWorker(
      ThumbnailGenerator generator,
      ImageStore store,
      ProgressStore progress,
      SystemStats statistics) {
    images = new ImageWork(generator, new GuardedImageStore(store));
    ledger = new RunLedger(progress, InstantSource.system());
    this.generator = generator;
    this.statistics = statistics;
  }

  @Override
  public JobOutcome run(ThumbnailJob job, Admission admission) {
    try {
      Optional<JobOutcome> early = unlessRunning(job);
      if (early.isPresent()) {
        return early.get();
      }
      JobOutcome outcome = new ChunkWork(job, ledger, images, admission).run();
      if (outcome instanceof JobOutcome.Done && ledger.finish(job.key(), job.run())) {
        saveStatistics();
      }
      return outcome;
    } catch (HostException e) {
      return new JobOutcome.Failed(e.code(), String.valueOf(e.getMessage()));
    }
  }

  private void saveStatistics() {
    try {
      CacheStatistics figures = generator.cacheStatistics();
      HostCall.perform("saving statistics", () -> statistics.save(figures));
    } catch (ThumbnailException e) {
      log.warn("the statistics of the cache are not saved after a run", e);
    }
  }

  private Optional<JobOutcome> unlessRunning(ThumbnailJob job) {
    Optional<RunHead> head = ledger.alive(job.key(), job.run());
    if (head.isEmpty()) {
      return Optional.of(new JobOutcome.Gone("run " + job.run() + " has ended"));
    }
    if (head.get().state() == RunState.PAUSED) {
      ledger.publish(job.key(), job.run()); // keeps it from being forgotten
      return Optional.of(new JobOutcome.Later(PAUSE, "paused"));
    }
    if (head.get().state() == RunState.QUEUED) {
      ledger.move(job.key(), head.get(), RunState.RUNNING);
    }
    return Optional.empty();
  }
}
