package dev.astrocat.thumbs.demo.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.Task;
import dev.astrocat.thumbs.Priority;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Threads of this process that run jobs of some priority or a higher one. Thread-safe. */
final class JobLane implements AutoCloseable {

  /**
   * A job of a process that was killed is missed after six beats, and missing jobs are looked for
   * every second beat: it runs again within 25 s, and 7 s after a database is back.
   */
  private static final Duration HEARTBEAT = Duration.ofSeconds(3);

  private static final int MISSED_HEARTBEATS = 6;

  /** Once for finishing an image, once more for noticing the interruption that follows. */
  private static final Duration DRAIN = Duration.ofSeconds(4);

  /** As soon as one thread is free, and never more jobs than threads are free. */
  private static final double FETCH_BELOW = 0.99;

  private final Scheduler scheduler;

  private JobLane(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  /**
   * Starts looking for jobs.
   *
   * @param name of this lane of this process, different from all others
   * @param poll how often jobs of other processes are looked for
   */
  static JobLane start(
      DataSource database,
      Task<String> task,
      String name,
      int threads,
      Priority least,
      Duration poll) {
    Scheduler scheduler =
        Scheduler.create(database, task)
            .schedulerName(new SchedulerName.Fixed(name))
            .threads(threads)
            .executorService(threads(threads))
            .serializer(new TextSerializer())
            .jdbcCustomization(QueueSql.from(least))
            .enablePriority()
            .pollUsingLockAndFetch(FETCH_BELOW, 1.0)
            .pollingInterval(poll)
            .heartbeatInterval(HEARTBEAT)
            .missedHeartbeatsLimit(MISSED_HEARTBEATS)
            .shutdownMaxWait(DRAIN)
            .build();
    scheduler.start();
    return new JobLane(scheduler);
  }

  private static ExecutorService threads(int threads) {
    AtomicInteger number = new AtomicInteger();
    ThreadFactory factory =
        work -> {
          Thread thread = new Thread(work, "thumbnails-" + number.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        };
    return Executors.newFixedThreadPool(threads, factory);
  }

  /** Looks for jobs now. */
  void wake() {
    scheduler.triggerCheckForDueExecutions();
  }

  /** How many jobs run here at this moment. */
  int running() {
    return scheduler.getCurrentlyExecuting().size();
  }

  /** Waits for running jobs, and interrupts those that take too long. */
  @Override
  public void close() {
    scheduler.stop();
  }
}
