package dev.astrocat.thumbs.demo.jobs;

import com.github.kagkarlsson.scheduler.task.Task;
import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.HostException;
import dev.astrocat.thumbs.LimitException;
import dev.astrocat.thumbs.Priority;
import dev.astrocat.thumbs.demo.database.Database;
import dev.astrocat.thumbs.host.AdmissionDesk;
import dev.astrocat.thumbs.host.JobHandler;
import dev.astrocat.thumbs.host.QueueLimits;
import dev.astrocat.thumbs.host.ThumbnailJob;
import dev.astrocat.thumbs.host.ThumbnailQueue;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A queue in the table {@code scheduled_tasks}, which db-scheduler shares between all processes on
 * one database. Thread-safe.
 *
 * <p>Jobs outlive the processes: what a process that was killed has begun runs again in another
 * one. Persons have a thread of their own in each process; among the others new images go before
 * bulk runs, which give way between two images. Readers of a mount are limited in each process as
 * in the embedded queue.
 */
public final class SchedulerQueue implements ThumbnailQueue, AutoCloseable {

  /** Most bulk jobs of one run in the table: 50,000 images, enough for some hundred threads. */
  private static final int MOST_OF_RUN = 100;

  /** Most jobs that are not bulk; a person behind so many others is better told so. */
  private static final int MOST_URGENT = 10_000;

  private static final Duration ROOM_POLL = Duration.ofMillis(200);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PERSONS_POLL = Duration.ofMillis(250);

  private final JobTable table;
  private final AdmissionDesk desk;
  private final List<JobLane> lanes;
  private volatile boolean isClosed;

  private SchedulerQueue(
      Database database, String process, int workers, QueueLimits limits, JobHandler handler) {
    table = new JobTable(database);
    desk = new AdmissionDesk(limits, this::isOvertaken);
    Task<String> task = new JobTask(handler, desk, () -> isClosed).task();
    lanes =
        workers == 0
            ? List.of()
            : List.of(
                JobLane.start(
                    database.dataSource(), task, process + "/all", workers, Priority.BULK, POLL),
                JobLane.start(
                    database.dataSource(),
                    task,
                    process + "/person",
                    1,
                    Priority.INTERACTIVE,
                    PERSONS_POLL));
  }

  /**
   * A queue that runs jobs in threads of this process.
   *
   * @param process its name, different from that of all other processes
   * @param workers threads, besides one for persons; none if 0
   * @param limits of these threads together
   */
  public static SchedulerQueue open(
      Database database, String process, int workers, QueueLimits limits, JobHandler handler) {
    return new SchedulerQueue(database, process, workers, limits, handler);
  }

  /**
   * Takes a job. Blocks while its bulk run has too many in the table.
   *
   * @throws HostException {@code HOST_FAILURE} if the queue is closed or, for urgent jobs, full
   * @throws LimitException {@code CANCELLED} if the thread is interrupted
   */
  @Override
  public void submit(ThumbnailJob job) {
    awaitRoom(job);
    table.add(job);
    lanes.forEach(JobLane::wake);
  }

  private void awaitRoom(ThumbnailJob job) {
    if (job.priority() != Priority.BULK) {
      require(table.urgent() < MOST_URGENT, "the queue is full");
    }
    try {
      while (job.priority() == Priority.BULK && table.ofRun(job.run()) >= MOST_OF_RUN) {
        require(!isClosed, "the queue is closed");
        Thread.sleep(ROOM_POLL.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LimitException(ErrorCode.CANCELLED, "interrupted while the queue was full", e);
    }
    require(!isClosed, "the queue is closed");
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new HostException(ErrorCode.HOST_FAILURE, otherwise);
    }
  }

  private boolean isOvertaken(Priority priority) {
    return isClosed || table.isAnyBefore(priority);
  }

  /** How many jobs stand in the table. */
  public QueueDepth depth() {
    return table.depth();
  }

  /** How many jobs of a run stand in the table, running or waiting. */
  int jobsOf(String run) {
    return table.ofRun(run);
  }

  /** How many jobs run in this process. */
  public int running() {
    return lanes.stream().mapToInt(JobLane::running).sum();
  }

  /**
   * Begins no more images and hands the jobs back to the table, for other processes or the next
   * start. Images under way are finished, or interrupted after some seconds.
   */
  @Override
  public void close() {
    if (!isClosed) {
      isClosed = true;
      // Side by side: each may take as long as a process has that is told to end.
      List<CompletableFuture<Void>> ends =
          lanes.stream()
              .map(lane -> CompletableFuture.runAsync(lane::close, SchedulerQueue::start))
              .toList();
      ends.forEach(CompletableFuture::join);
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "end of a lane");
    thread.setDaemon(true);
    thread.start();
  }
}
