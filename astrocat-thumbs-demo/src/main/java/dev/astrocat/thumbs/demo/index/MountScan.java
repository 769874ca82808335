package dev.astrocat.thumbs.demo.index;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.demo.catalog.KnownFile;
import dev.astrocat.thumbs.demo.index.ScanTally.Event;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One scan of one mount or of a folder of it: the walk and the comparison in the thread that calls
 * {@link #run}, reading of headers in a few beside it. What it has seen may be looked at from any
 * thread.
 */
final class MountScan implements Comparison.Next {

  private static final int SOME = 20;

  private final ScanRequest request;
  private final ScanSetup setup;
  private final ScanFindings findings;
  private final NewThumbnails thumbnails;
  private final Readers readers;

  MountScan(ScanRequest request, ScanSetup setup) {
    this.request = request;
    this.setup = setup;
    this.findings = new ScanFindings(request.folder());
    this.thumbnails = new NewThumbnails(request.mount(), setup.book(), setup.thumbnails());
    this.readers = new Readers(setup.readers(), "reader of " + request.mount());
  }

  ScanRequest request() {
    return request;
  }

  ScanFindings findings() {
    return findings;
  }

  /**
   * Scans; blocks until all is done. Called once.
   *
   * @return whether the mount was still there at the end; if not, nothing is taken for gone
   * @throws IOException also when the thread is interrupted
   */
  boolean run() throws IOException, InterruptedException {
    try (readers) {
      return scanned() && isConnected() && tidied();
    } finally {
      thumbnails.flush();
    }
  }

  /** Queues the thumbnails of what was found so far. */
  void queueThumbnails() {
    thumbnails.flush();
  }

  /** Whether the mount is there; blocks. */
  boolean isConnected() {
    return isConnected(request.mount(), setup);
  }

  /** Whether a mount is there; blocks. */
  static boolean isConnected(Path mount, ScanSetup setup) {
    List<KnownFile> some = setup.book().page(mount, 0, SOME);
    return Connection.isThere(mount, some);
  }

  private boolean scanned() throws IOException, InterruptedException {
    findings.began(setup.book().count(request.mount()));
    Comparison comparison = new Comparison(request, setup, findings, this);
    MountWalk.walk(request.mount(), request.folder(), setup.rules(), comparison);
    comparison.finish();
    readers.await();
    return true;
  }

  private boolean tidied() throws InterruptedException {
    long gone = findings.disappearance().removeFrom(setup.book(), request, findings.ids());
    findings.tally().count(Event.REMOVED, gone);
    return true;
  }

  @Override
  public void read(ScanTask task) throws InterruptedException {
    readers.submit(() -> readHeaders(task));
  }

  @Override
  public void moved(KnownFile known, FoundFile to) {
    setup.book().move(request.mount(), known.id(), to);
    findings.tally().count(Event.MOVED);
  }

  private void readHeaders(ScanTask task) {
    FoundFile file = task.file();
    Reading reading = setup.reader().read(file.file());
    if (!isStill(file, reading)) {
      findings.skipped(file.file(), Skipped.GROWING);
      return;
    }
    if (reading instanceof Reading.Unreadable) {
      findings.tally().count(Event.PROBLEM);
    }
    keep(task, reading);
  }

  private void keep(ScanTask task, Reading reading) {
    Optional<KnownFile> known = task.known();
    if (known.isEmpty()) {
      long id = setup.book().add(request.mount(), task.file(), reading);
      findings.ids().add(id);
      findings.tally().count(Event.ADDED);
    } else if (task.isChanged()) {
      setup.book().change(request.mount(), known.get().id(), task.file(), reading);
      findings.tally().count(Event.UPDATED);
    } else if (known.get().indexed()) {
      setup.book().readAgain(known.get().id(), task.file(), reading);
      findings.tally().count(Event.UNCHANGED);
    } else {
      setup.book().readFirst(known.get().id(), task.file(), reading);
      findings.tally().count(Event.UNCHANGED);
    }
  }

  /** Whether the file is the one that was met, and not written to while it was read. */
  private static boolean isStill(FoundFile file, Reading reading) {
    boolean changed =
        reading instanceof Reading.Unreadable unreadable
            && (unreadable.problem().code() == ErrorCode.SOURCE_CHANGED
                || unreadable.problem().code() == ErrorCode.SOURCE_NOT_FOUND);
    try {
      return !changed && GrowingFiles.look(file).filter(file::isLike).isPresent();
    } catch (IOException e) {
      return false; // and the next scan sees what became of it
    }
  }
}
