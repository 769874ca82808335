package dev.astrocat.thumbs.host;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.ThumbnailException;
import dev.astrocat.thumbs.corridor.HostCall;
import dev.astrocat.thumbs.host.JobBacklog.Entry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A queue and its threads in this process, for hosts without a queue of their own. Thread-safe.
 *
 * <p>Persons go before new images and these before bulk runs, which give way between two images.
 * Jobs live in memory: when the process ends, start their runs again.
 */
public final class EmbeddedThumbnailQueue implements ThumbnailQueue, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(EmbeddedThumbnailQueue.class);

  /** So long a job stays away that was not let in, lest threads do nothing but try. */
  private static final Duration NOT_LET_IN = Duration.ofMillis(500);

  private static final Duration NO_THREAD = Duration.ofSeconds(1);

  private final JobHandler handler;
  private final QueueLimits limits;
  private final Executor executor;
  private final Optional<ExecutorService> owned;
  private final JobBacklog backlog;
  private final AdmissionDesk desk;

  private EmbeddedThumbnailQueue(
      JobHandler handler, QueueLimits limits, Executor executor, Optional<ExecutorService> owned) {
    this.handler = handler;
    this.limits = limits;
    this.executor = executor;
    this.owned = owned;
    backlog = new JobBacklog(limits);
    desk = new AdmissionDesk(limits, backlog::isOvertaken);
  }

  /**
   * A queue that runs jobs on the host's threads, as many at a time as the limits allow.
   *
   * @param executor never runs a task in the thread that hands it over; may refuse some, as long as
   *     it has threads sooner or later
   */
  public static EmbeddedThumbnailQueue on(
      Executor executor, JobHandler handler, QueueLimits limits) {
    return new EmbeddedThumbnailQueue(handler, limits, executor, Optional.empty());
  }

  /** A queue that starts daemon threads of its own when there are jobs. */
  public static EmbeddedThumbnailQueue withOwnThreads(JobHandler handler, QueueLimits limits) {
    ExecutorService threads = QueueThreads.start(limits.threads());
    return new EmbeddedThumbnailQueue(handler, limits, threads, Optional.of(threads));
  }

  /**
   * Takes a job. Blocks while its bulk run has too many here.
   *
   * @throws dev.astrocat.thumbs.HostException {@code HOST_FAILURE} if the queue is closed or, for
   *     urgent jobs, full
   * @throws dev.astrocat.thumbs.LimitException {@code CANCELLED} if the thread is interrupted
   */
  @Override
  public void submit(ThumbnailJob job) {
    backlog.add(job);
    startRunner();
  }

  private void startRunner() {
    if (!backlog.mayRun()) {
      return;
    }
    boolean isStarted = false;
    try {
      executor.execute(this::runJobs);
      isStarted = true;
    } catch (RejectedExecutionException e) {
      log.debug("the executor has no thread for a job", e);
    } finally {
      if (!isStarted && backlog.runnerEnds()) {
        after(NO_THREAD, this::startRunner); // nobody else would ever take what is queued
      }
    }
  }

  private void runJobs() {
    try {
      Optional<Entry> entry = backlog.next();
      while (entry.isPresent()) {
        run(entry.get());
        // Whoever is interrupted makes no image, and would take job after job for nothing.
        entry = Thread.currentThread().isInterrupted() ? Optional.empty() : backlog.next();
      }
    } finally {
      backlog.runnerEnds();
      startRunner(); // for a job that came while this one was ending
    }
  }

  private void run(Entry entry) {
    JobOutcome outcome = new JobOutcome.Failed(ErrorCode.HOST_FAILURE, "the worker broke down");
    try {
      outcome = HostCall.run("the worker", () -> handler.run(entry.job, desk));
    } catch (ThumbnailException e) {
      outcome = new JobOutcome.Failed(e.code(), String.valueOf(e.getMessage()));
    } finally {
      settle(entry, outcome);
    }
  }

  private void settle(Entry entry, JobOutcome outcome) {
    if (outcome instanceof JobOutcome.Later later) {
      entry.forgetFailures();
      boolean wasNotLetIn = later.after().isZero() && !backlog.isOvertaken(entry.job.priority());
      again(entry, wasNotLetIn ? NOT_LET_IN : later.after());
    } else if (outcome instanceof JobOutcome.Failed failed) {
      log.warn(
          "chunk {} of run {} waits: {}", entry.job.chunk(), entry.job.run(), failed.message());
      again(entry, RetryDelay.longestAfter(entry.nextFailure()));
    } else {
      backlog.remove(entry);
    }
  }

  private void again(Entry entry, Duration delay) {
    if (delay.isZero()) {
      backlog.putBack(entry);
      return;
    }
    after(
        delay,
        () -> {
          backlog.putBack(entry);
          startRunner();
        });
  }

  /** On the timer of the JDK: no thread waits, and none of ours may be free. */
  private static void after(Duration delay, Runnable work) {
    CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS).execute(work);
  }

  /**
   * Takes no more jobs, finishes the images that are being worked on and the urgent jobs, and waits
   * for that as long as the limits say; own threads are interrupted then. What is left of bulk runs
   * stays queued in their progress.
   */
  @Override
  public void close() {
    backlog.close();
    try {
      if (!backlog.awaitEnd(limits.drain().toMillis())) {
        log.warn("the queue is closed while some images are still being worked on");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    backlog.abandon();
    owned.ifPresent(ExecutorService::shutdownNow);
  }
}
