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

  /** The budget is not for images whose file system hangs, else one of them could take it all. */
  private static final Duration LONGEST_DECODE = Duration.ofMinutes(1);

  private static final Duration FOR_EVER = Duration.ofDays(36_500);

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
    memory = new Gate(limits.decodeBytes(), LONGEST_DECODE);
  }

  @Override
  public Optional<Permit> admit(ThumbnailJob job, ImageRecord image) {
    Priority priority = job.priority();
    Duration patience = priority == Priority.BULK ? BULK_PATIENCE : PATIENCE;
    Gate mount =
        mounts.computeIfAbsent(
            names.of(image.source()), name -> new Gate(limits.readersPerMount(), FOR_EVER));
    if (isOvertaken.test(priority)) {
      return Optional.empty();
    }
    Optional<Gate.Stay> reader = mount.enter(priority, 1, patience);
    if (reader.isEmpty()) {
      return Optional.empty();
    }
    // Only now is the file system asked: if the mount hangs, this is one of its readers.
    long bytes = Math.min(limits.decodeBytes(), DecodeEstimate.bytes(image.source()));
    Optional<Gate.Stay> decoder = memory.enter(priority, bytes, patience);
    if (decoder.isEmpty()) {
      reader.get().close();
      return Optional.empty();
    }
    return Optional.of(
        () -> {
          decoder.get().close();
          reader.get().close();
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
