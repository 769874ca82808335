package dev.astrocat.thumbs.host;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Lets images of jobs in, by mount and by memory. Who cannot be let in soon is sent back, so that
 * its thread can do something else. One for each process that runs jobs, whatever queue they come
 * from. Thread-safe.
 */
public final class AdmissionDesk implements Admission {

  private static final Duration BULK_PATIENCE = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final QueueLimits limits;
  private final MountNames names;
  private final Predicate<Priority> isOvertaken;
  private final Map<String, Gate> mounts = new ConcurrentHashMap<>();
  private final Gate memory;

  /**
   * A desk.
   *
   * @param isOvertaken whether a job of that priority is to give way, since one of a higher one
   *     waits for a thread; asked before each image
   */
  public AdmissionDesk(QueueLimits limits, Predicate<Priority> isOvertaken) {
    this.limits = limits;
    this.isOvertaken = isOvertaken;
    names = new MountNames(limits.mounts());
    memory = new Gate(limits.decodeBytes());
  }

  @Override
  public Optional<Permit> admit(ThumbnailJob job, ImageRecord image) {
    Priority priority = job.priority();
    Duration patience = priority == Priority.BULK ? BULK_PATIENCE : PATIENCE;
    Gate mount =
        mounts.computeIfAbsent(
            names.of(image.source()), name -> new Gate(limits.readersPerMount()));
    if (isOvertaken.test(priority) || !mount.enter(priority, 1, patience)) {
      return Optional.empty();
    }
    // Only now is the file system asked: if the mount hangs, this is one of its readers.
    long bytes = Math.min(limits.decodeBytes(), DecodeEstimate.bytes(image.source()));
    if (!memory.enter(priority, bytes, patience)) {
      mount.leave(1);
      return Optional.empty();
    }
    return Optional.of(
        () -> {
          memory.leave(bytes);
          mount.leave(1);
        });
  }

  /**
   * Does something for a person in the calling thread, while no other image begins here unless a
   * person waits for it.
   */
  public <T> T ahead(Supplier<T> work) {
    memory.expect(Priority.INTERACTIVE);
    try {
      return work.get();
    } finally {
      memory.noLongerExpect(Priority.INTERACTIVE);
    }
  }
}
