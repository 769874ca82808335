package dev.astrocat.thumbs.demo.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Files that somebody may still be writing: they wait until they are the same at two looks. One
 * thread.
 */
final class GrowingFiles {

  /** What was not written to for so long is finished. */
  static final Duration QUIET = Duration.ofSeconds(10);

  /** Between two looks. */
  static final Duration PAUSE = Duration.ofSeconds(2);

  /** More than that do not wait: then the first are looked at before further ones come. */
  static final int MOST = 10_000;

  private final InstantSource clock;
  private final Deque<Waiting> waiting = new ArrayDeque<>();

  GrowingFiles(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * A file at its last look.
   *
   * @param due when it is looked at again, milliseconds of the clock
   */
  private record Waiting(ScanTask task, long due) {}

  /** Whether its time of change is far enough in the past to trust. */
  boolean isQuiet(FoundFile file) {
    long age = clock.millis() - Math.floorDiv(file.modifiedNanos(), 1_000_000L);
    return age >= QUIET.toMillis();
  }

  void add(ScanTask task) {
    waiting.addLast(new Waiting(task, clock.millis() + PAUSE.toMillis()));
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  boolean isFull() {
    return waiting.size() >= MOST;
  }

  /** Those that still wait. */
  Stream<ScanTask> rest() {
    return waiting.stream().map(Waiting::task);
  }

  /** How long until the next one is due; 0 if it is. */
  long millisToNext() {
    Waiting next = waiting.peekFirst();
    return next == null ? 0 : Math.max(0, next.due - clock.millis());
  }

  /** The next one that is due and has stopped growing; those that grow wait on. */
  Optional<ScanTask> next() throws IOException {
    while (!waiting.isEmpty() && millisToNext() == 0) {
      ScanTask task = waiting.removeFirst().task();
      Optional<FoundFile> now = look(task.file());
      if (now.isPresent() && now.get().isLike(task.file())) {
        return Optional.of(task);
      }
      now.ifPresent(file -> add(task.with(file)));
    }
    return Optional.empty();
  }

  /** The file as it is now; empty if it is gone. */
  static Optional<FoundFile> look(FoundFile before) throws IOException {
    Path file = before.file();
    if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    BasicFileAttributes attributes =
        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    return Optional.of(FoundFile.of(file, before.format(), attributes));
  }
}
