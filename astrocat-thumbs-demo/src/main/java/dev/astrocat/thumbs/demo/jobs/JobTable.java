package dev.astrocat.thumbs.demo.jobs;

import dev.astrocat.thumbs.Priority;
import dev.astrocat.thumbs.demo.database.Database;
import dev.astrocat.thumbs.host.ThumbnailJob;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

/** The table of jobs, as far as db-scheduler does not see to it. Thread-safe. */
final class JobTable {

  private static final long FRESH_NANOS = Duration.ofMillis(250).toNanos();

  private final Database database;
  private final ReentrantLock asking = new ReentrantLock();
  private volatile int mostUrgent;
  private volatile long askedAt = System.nanoTime() - FRESH_NANOS;

  JobTable(Database database) {
    this.database = database;
  }

  /**
   * Adds a job, for good: it is there even if this process is killed now. It may be there already
   * and be just running, and must then come again.
   */
  void add(ThumbnailJob job) {
    database.use(
        handle ->
            handle
                .createUpdate(
                    "insert into scheduled_tasks (task_name, task_instance, task_data,"
                        + " execution_time, picked, version, priority)"
                        + " values (:task, :instance, :data, :now, false, 1, :priority)")
                .bind("task", JobTask.NAME)
                .bind("instance", job.run() + "/" + job.chunk() + "/" + UUID.randomUUID())
                .bind("data", job.text().getBytes(StandardCharsets.UTF_8))
                .bind("now", Instant.now().atOffset(ZoneOffset.UTC))
                .bind("priority", QueueSql.number(job.priority()))
                .execute());
    database.secure();
  }

  /** Whether a job of a higher priority waited a moment ago. */
  boolean isAnyBefore(Priority priority) {
    // One thread asks, the others go by what it was told last.
    if (System.nanoTime() - askedAt >= FRESH_NANOS && asking.tryLock()) {
      try {
        mostUrgent = askMostUrgent();
        askedAt = System.nanoTime();
      } finally {
        asking.unlock();
      }
    }
    return mostUrgent > QueueSql.number(priority);
  }

  private int askMostUrgent() {
    return database.with(
        handle ->
            handle
                .createQuery(
                    "select coalesce(max(priority), 0) from scheduled_tasks"
                        + " where task_name = :task and picked = false and execution_time <= :now")
                .bind("task", JobTask.NAME)
                .bind("now", Instant.now().atOffset(ZoneOffset.UTC))
                .mapTo(int.class)
                .one());
  }

  /** How many jobs of a run are in the table, running or waiting. */
  int ofRun(String run) {
    return count("and task_instance like :like", run + "/%");
  }

  /** How many jobs that are not bulk are in the table. */
  int urgent() {
    return count("and priority > 0 and task_instance like :like", "%");
  }

  private int count(String and, String like) {
    return database.with(
        handle ->
            handle
                .createQuery("select count(*) from scheduled_tasks where task_name = :task " + and)
                .bind("task", JobTask.NAME)
                .bind("like", like)
                .mapTo(int.class)
                .one());
  }

  /** How many jobs wait and how many run, in all processes. */
  QueueDepth depth() {
    return database.with(
        handle ->
            handle
                .createQuery(
                    "select count(case when picked then null else 1 end),"
                        + " count(case when picked then 1 else null end)"
                        + " from scheduled_tasks where task_name = :task")
                .bind("task", JobTask.NAME)
                .map((row, context) -> new QueueDepth(row.getLong(1), row.getLong(2)))
                .one());
  }
}
