package dev.astrocat.thumbs.host;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.HostException;
import dev.astrocat.thumbs.LimitException;
import dev.astrocat.thumbs.Priority;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/** The jobs of a queue in memory, and who works on them. Thread-safe. */
final class JobBacklog {

  /** Most jobs that are not bulk; a person behind so many others is better told so. */
  private static final int MAX_URGENT = 10_000;

  private final QueueLimits limits;
  private final PriorityQueue<Entry> ready =
      new PriorityQueue<>(
          Comparator.<Entry, Priority>comparing(entry -> entry.job.priority())
              .thenComparingLong(entry -> entry.turn));
  private final Map<String, Integer> bulkJobs = new HashMap<>();
  private int urgentJobs;
  private int runners;
  private long turns;
  private boolean isClosed;
  private boolean isAbandoned;

  JobBacklog(QueueLimits limits) {
    this.limits = limits;
  }

  /** A job in the queue, with its place in it. */
  static final class Entry {
    final ThumbnailJob job;
    private int failures;
    private long turn;

    Entry(ThumbnailJob job) {
      this.job = job;
    }

    /** Counts failures of the host in a row. */
    int nextFailure() {
      return ++failures;
    }

    void forgetFailures() {
      failures = 0;
    }
  }

  /** Takes a new job; waits while its run has too many. */
  synchronized void add(ThumbnailJob job) {
    try {
      while (!isClosed && isFull(job)) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LimitException(ErrorCode.CANCELLED, "interrupted while the queue was full", e);
    }
    if (isClosed || isUrgent(job) && urgentJobs >= MAX_URGENT) {
      throw new HostException(
          ErrorCode.HOST_FAILURE, isClosed ? "the queue is closed" : "the queue is full");
    }
    count(job, 1);
    put(new Entry(job));
  }

  private boolean isFull(ThumbnailJob job) {
    return !isUrgent(job) && bulkJobs.getOrDefault(job.run(), 0) >= limits.jobsPerRun();
  }

  private static boolean isUrgent(ThumbnailJob job) {
    return job.priority() != Priority.BULK;
  }

  private void count(ThumbnailJob job, int change) {
    if (isUrgent(job)) {
      urgentJobs += change;
    } else {
      bulkJobs.merge(job.run(), change, (a, b) -> a + b);
      bulkJobs.remove(job.run(), 0);
    }
  }

  private void put(Entry entry) {
    entry.turn = turns++;
    ready.add(entry);
  }

  /** Queues a job again, behind others of its priority. */
  synchronized void putBack(Entry entry) {
    if (isAbandoned || isClosed && !isUrgent(entry.job)) {
      remove(entry);
    } else {
      put(entry);
    }
  }

  synchronized void remove(Entry entry) {
    count(entry.job, -1);
    notifyAll();
  }

  /** Whether one more runner may start; then it counts. */
  synchronized boolean mayRun() {
    boolean may = runners < limits.threads() && !ready.isEmpty();
    runners += may ? 1 : 0;
    return may;
  }

  synchronized Optional<Entry> next() {
    return Optional.ofNullable(ready.poll());
  }

  /** Says that a runner ends; whether it was the last one, and jobs are left. */
  synchronized boolean runnerEnds() {
    runners--;
    notifyAll();
    return runners == 0 && !ready.isEmpty();
  }

  /** Whether a job of that priority is to give way. */
  synchronized boolean isOvertaken(Priority priority) {
    Entry first = ready.peek();
    boolean comesAfter = first != null && first.job.priority().compareTo(priority) < 0;
    return comesAfter || isClosed && priority == Priority.BULK;
  }

  /** Takes no more jobs and forgets the bulk jobs, whose images stay queued in their runs. */
  synchronized void close() {
    isClosed = true;
    ready.removeIf(entry -> !isUrgent(entry.job));
    notifyAll();
  }

  /** Waits for the runners to end; whether they did. */
  synchronized boolean awaitEnd(long millis) throws InterruptedException {
    long end = System.nanoTime() + millis * 1_000_000;
    long left = millis;
    while (runners > 0 && left > 0) {
      wait(left);
      left = (end - System.nanoTime()) / 1_000_000;
    }
    return runners == 0;
  }

  /** Forgets all jobs. */
  synchronized void abandon() {
    isAbandoned = true;
    ready.clear();
  }
}
