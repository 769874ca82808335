package dev.astrocat.thumbs.host;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What an {@link EmbeddedThumbnailQueue} may take. Immutable.
 *
 * @param threads most jobs at a time
 * @param jobsPerRun most bulk jobs of one run that are queued, running or waiting; {@code submit}
 *     blocks while there are so many
 * @param readersPerMount most images of one mount that are worked on at a time; fewer than threads,
 *     so that a mount that hangs leaves some to the others
 * @param mounts folders that may hang by themselves; of files elsewhere, the first two elements of
 *     the path count as one
 * @param drain longest time that closing waits
 */
public record QueueLimits(
    int threads, int jobsPerRun, int readersPerMount, List<Path> mounts, Duration drain) {

  /** Refuses limits that nothing can keep. */
  public QueueLimits {
    mounts = mounts.stream().map(mount -> mount.toAbsolutePath().normalize()).toList();
    if (threads < 1
        || jobsPerRun < 1
        || readersPerMount < 1
        || readersPerMount >= Math.max(2, threads)
        || drain.isNegative()) {
      throw new IllegalArgumentException(
          "queue limits are positive numbers, with fewer readers of a mount than threads");
    }
  }

  /** A reader of one mount for each processor, and one thread more; 10 s. */
  public static QueueLimits defaults() {
    int processors = Runtime.getRuntime().availableProcessors();
    return new QueueLimits(
        processors + 1, jobsFor(processors + 1), processors, List.of(), Duration.ofSeconds(10));
  }

  /** With so many threads, one reader of a mount fewer, and jobs for all of the threads. */
  public QueueLimits withThreads(int value) {
    return new QueueLimits(value, jobsFor(value), Math.max(1, value - 1), mounts, drain);
  }

  /** Twice as many as threads, so that none of them waits for the producer. */
  private static int jobsFor(int threads) {
    return Math.max(8, 2 * threads);
  }

  /** With so many readers of one mount. */
  public QueueLimits withReadersPerMount(int value) {
    return new QueueLimits(threads, jobsPerRun, value, mounts, drain);
  }

  /** With these mounts. */
  public QueueLimits withMounts(List<Path> value) {
    return new QueueLimits(threads, jobsPerRun, readersPerMount, value, drain);
  }

  /** With another longest time of closing. */
  public QueueLimits withDrain(Duration value) {
    return new QueueLimits(threads, jobsPerRun, readersPerMount, mounts, value);
  }
}
