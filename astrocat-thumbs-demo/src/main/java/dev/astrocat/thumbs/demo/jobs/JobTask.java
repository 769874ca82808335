package dev.astrocat.thumbs.demo.jobs;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.shaded.jdbc.SQLRuntimeException;
import dev.astrocat.thumbs.host.Admission;
import dev.astrocat.thumbs.host.JobHandler;
import dev.astrocat.thumbs.host.JobOutcome;
import dev.astrocat.thumbs.host.ThumbnailJob;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs jobs as tasks of db-scheduler, and says what becomes of them. Thread-safe. */
final class JobTask {

  /** Of all jobs in the table. */
  static final String NAME = "thumbnails";

  private static final Logger log = LoggerFactory.getLogger(JobTask.class);

  /** So that a job that others go before does not go round and round through the database. */
  private static final Duration TURN = Duration.ofMillis(200);

  private static final Duration INSISTENCE = Duration.ofMinutes(2);
  private static final Duration LONGEST_RETRY = Duration.ofSeconds(5);
  private static final int DOUBLINGS = 5;

  /** An unreadable job may be of a later version, which the next one to take it may know. */
  private static final Duration ASIDE = Duration.ofHours(1);

  private static final int MOST_ASIDE = 24;

  private final JobHandler handler;
  private final Admission admission;
  private final BooleanSupplier isClosing;

  JobTask(JobHandler handler, Admission admission, BooleanSupplier isClosing) {
    this.handler = handler;
    this.admission = admission;
    this.isClosing = isClosing;
  }

  /** A task whose jobs run again when their process has died, or when something unforeseen came. */
  Task<String> task() {
    return Tasks.custom(NAME, String.class)
        .onDeadExecutionRevive()
        .onFailure(JobTask::brokeDown)
        .execute((instance, context) -> run(instance));
  }

  private CompletionHandler<String> run(TaskInstance<String> instance) {
    ThumbnailJob job;
    try {
      job = ThumbnailJob.parse(String.valueOf(instance.getData()));
    } catch (IllegalArgumentException e) {
      return (done, table) -> setAside(done, table, e);
    }
    JobOutcome outcome = handler.run(job, admission);
    if (outcome instanceof JobOutcome.Failed failed) {
      log.warn("chunk {} of run {} waits: {}", job.chunk(), job.run(), failed.message());
    }
    return (done, table) -> insist(() -> settle(outcome, done, table));
  }

  /**
   * What cannot be written while the database is away is written when it is back; else the job
   * would wait until its process, which lives, is taken for dead.
   */
  private void insist(Runnable write) {
    long end = System.nanoTime() + INSISTENCE.toNanos();
    boolean isWritten = false;
    while (!isWritten) {
      try {
        write.run();
        isWritten = true;
      } catch (SQLRuntimeException e) {
        if (isClosing.getAsBoolean() || System.nanoTime() > end) {
          throw e;
        }
        LockSupport.parkNanos(TURN.toNanos());
      }
    }
  }

  private void settle(
      JobOutcome outcome, ExecutionComplete done, ExecutionOperations<String> table) {
    if (isClosing.getAsBoolean()) {
      Thread.interrupted(); // what is handed back must still reach the table
    }
    if (outcome instanceof JobOutcome.Later later) {
      table.reschedule(done, done.getTimeDone().plus(delay(later)));
    } else if (outcome instanceof JobOutcome.Failed) {
      retry(failure(done), table);
    } else {
      table.remove();
    }
  }

  private Duration delay(JobOutcome.Later later) {
    if (isClosing.getAsBoolean()) {
      return later.after();
    }
    return later.after().compareTo(TURN) < 0 ? TURN : later.after();
  }

  private static void brokeDown(ExecutionComplete done, ExecutionOperations<String> table) {
    String job = done.getExecution().taskInstance.getId();
    log.error("the worker broke down at job {}", job, done.getCause().orElse(null));
    retry(done, table);
  }

  private static void retry(ExecutionComplete done, ExecutionOperations<String> table) {
    int failures = Math.min(done.getExecution().consecutiveFailures, DOUBLINGS);
    Duration delay = Duration.ofMillis(500L << failures);
    table.reschedule(
        done, done.getTimeDone().plus(delay.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : delay));
  }

  private static void setAside(
      ExecutionComplete done, ExecutionOperations<String> table, IllegalArgumentException why) {
    Execution execution = done.getExecution();
    if (execution.consecutiveFailures < MOST_ASIDE) {
      log.error("job {} is set aside: {}", execution.taskInstance.getId(), why.getMessage());
      table.reschedule(failure(done), done.getTimeDone().plus(ASIDE));
    } else {
      log.error("job {} is thrown away: {}", execution.taskInstance.getId(), why.getMessage());
      table.remove();
    }
  }

  private static ExecutionComplete failure(ExecutionComplete done) {
    Instant end = done.getTimeDone();
    return ExecutionComplete.failure(done.getExecution(), end.minus(done.getDuration()), end, null);
  }
}
