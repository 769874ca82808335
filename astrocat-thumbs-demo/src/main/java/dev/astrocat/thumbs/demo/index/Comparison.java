package dev.astrocat.thumbs.demo.index;

import dev.astrocat.thumbs.demo.catalog.KnownFile;
import dev.astrocat.thumbs.demo.index.ScanTally.Event;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Compares files with the catalog, chunk by chunk as they are met, and hands on those whose headers
 * are to be read. Files that may be growing wait. One thread.
 */
final class Comparison implements MountWalk.Listener {

  private static final int CHUNK = 200;

  /** How long a scan stays for files that are growing; then the next one takes them. */
  private static final long PATIENCE_MILLIS = 30_000;

  /** Where files go whose headers are to be read; may block. */
  interface Next {
    void read(ScanTask task) throws InterruptedException;

    /** A file is known, but lies somewhere else. */
    void moved(KnownFile known, FoundFile to);
  }

  private final ScanRequest request;
  private final ScanSetup setup;
  private final ScanFindings findings;
  private final Next next;
  private final GrowingFiles growing;
  private final boolean mayMove;
  private final List<FoundFile> chunk = new ArrayList<>();

  /**
   * A comparison for one scan.
   *
   * @param findings is told what was seen
   */
  Comparison(ScanRequest request, ScanSetup setup, ScanFindings findings, Next next) {
    this.request = request;
    this.setup = setup;
    this.findings = findings;
    this.next = next;
    this.growing = new GrowingFiles(setup.clock());
    this.mayMove = findings.known() > 0;
  }

  @Override
  public void entering(Path folder) {
    findings.entered(folder);
  }

  @Override
  public void skipped(Path path, Skipped reason) {
    findings.skipped(path, reason);
  }

  @Override
  public void found(FoundFile file) throws IOException {
    findings.tally().found(file.sizeBytes());
    chunk.add(file);
    if (chunk.size() >= CHUNK) {
      compareChunk();
      lookAtGrowing();
    }
  }

  /** Compares what is left, and waits for a while for what is growing. */
  void finish() throws IOException, InterruptedException {
    compareChunk();
    long end = setup.clock().millis() + PATIENCE_MILLIS;
    lookAtGrowing();
    while (!growing.isEmpty() && setup.clock().millis() < end) {
      Thread.sleep(1 + growing.millisToNext());
      lookAtGrowing();
    }
    growing.rest().forEach(task -> findings.skipped(task.file().file(), Skipped.GROWING));
  }

  private void compareChunk() throws IOException {
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException("the scan is stopped");
    }
    Map<Path, KnownFile> known = new HashMap<>();
    setup
        .book()
        .known(chunk.stream().map(FoundFile::file).toList())
        .forEach(k -> known.put(k.file(), k));
    for (FoundFile file : chunk) {
      compare(file, Optional.ofNullable(known.get(file.file())));
    }
    chunk.clear();
  }

  private void compare(FoundFile file, Optional<KnownFile> known) throws IOException {
    known.ifPresent(k -> findings.ids().add(k.id()));
    boolean isOld = known.isPresent() && known.get().indexed() && file.isLike(known.get());
    if (isOld && request.depth() == ScanRequest.Depth.CHANGES) {
      findings.tally().count(Event.UNCHANGED);
      return;
    }
    Optional<KnownFile> moved = known.isPresent() || !mayMove ? Optional.empty() : movedTo(file);
    if (moved.isPresent()) {
      findings.ids().add(moved.get().id());
      next.moved(moved.get(), file);
    } else {
      settle(new ScanTask(file, known));
    }
  }

  /** The known file that this one was, if that has no other place any more. */
  private Optional<KnownFile> movedTo(FoundFile file) {
    return Stream.of(
            setup.book().withKey(request.mount(), file).stream().filter(file::isLike),
            setup.book().alike(request.mount(), file).stream()
                .filter(k -> k.fileKey().isEmpty() || file.key().isEmpty() || hasMovedOn(k, file)))
        .flatMap(candidates -> candidates)
        .filter(KnownFile::indexed)
        .filter(k -> !findings.ids().contains(k.id()))
        .filter(k -> Disappearance.isMissing(k.file()))
        .findFirst();
  }

  /**
   * Keys of one device name one file each; of another device, or the same one mounted anew, not.
   */
  private static boolean hasMovedOn(KnownFile known, FoundFile file) {
    return !Objects.equals(
        known.fileKey().map(Connection::device), file.key().map(Connection::device));
  }

  private void settle(ScanTask task) throws IOException {
    if (growing.isQuiet(task.file())) {
      read(task);
      return;
    }
    growing.add(task);
    while (growing.isFull()) {
      pause(growing.millisToNext());
      lookAtGrowing();
    }
  }

  private void lookAtGrowing() throws IOException {
    Optional<ScanTask> task = growing.next();
    while (task.isPresent()) {
      read(task.get());
      task = growing.next();
    }
  }

  private void read(ScanTask task) throws IOException {
    try {
      next.read(task);
    } catch (InterruptedException e) {
      throw stopped(e);
    }
  }

  private static void pause(long millis) throws IOException {
    try {
      Thread.sleep(1 + millis);
    } catch (InterruptedException e) {
      throw stopped(e);
    }
  }

  private static IOException stopped(InterruptedException e) {
    Thread.currentThread().interrupt();
    InterruptedIOException stopped = new InterruptedIOException("the scan is stopped");
    stopped.initCause(e);
    return stopped;
  }
}
