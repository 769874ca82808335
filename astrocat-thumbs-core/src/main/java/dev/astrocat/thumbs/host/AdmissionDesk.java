package dev.astrocat.thumbs.host;

import dev.astrocat.thumbs.Priority;
import dev.astrocat.thumbs.source.MountNames;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Lets images of jobs in, a few of each mount at a time. Who cannot be let in soon is sent back, so
 * that its thread can do something else. One for each process that runs jobs, whatever queue they
 * come from; the generator's budget decides when they are decoded. Thread-safe.
 */
public final class AdmissionDesk implements Admission {

  private static final Duration BULK_PATIENCE = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final QueueLimits limits;
  private final MountNames names;
  private final Predicate<Priority> isOvertaken;
  private final Map<String, Gate> mounts = new ConcurrentHashMap<>();

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
  }

  @Override
  public Optional<Permit> admit(ThumbnailJob job, ImageRecord image) {
    Priority priority = job.priority();
    Duration patience = priority == Priority.BULK ? BULK_PATIENCE : PATIENCE;
    if (isOvertaken.test(priority)) {
      return Optional.empty();
    }
    Gate mount =
        mounts.computeIfAbsent(
            names.of(image.source()), name -> new Gate(limits.readersPerMount()));
    return mount.enter(priority, patience) ? Optional.of(mount::leave) : Optional.empty();
  }
}
