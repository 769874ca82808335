package dev.astrocat.thumbs.demo.index;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.demo.catalog.KnownFile;
import dev.astrocat.thumbs.demo.index.ScanTally.Event;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * One scan of one mount or of a folder of it: the walk and the comparison in the thread that calls
 * {@link #run}, reading of headers in a few beside it. What it has seen may be looked at from any
 * thread.
 */
final class MountScan implements Comparison.Next {

  private static final int SOME = 20;

  private final ScanWish wish;
  private final ScanTools tools;
  private final ScanSights sights;
  private final NewThumbnails thumbnails;
  private final Readers readers;

  MountScan(ScanWish wish, ScanTools tools) {
    this.wish = wish;
    this.tools = tools;
    this.sights = new ScanSights(wish.folder());
    this.thumbnails = new NewThumbnails(tools.thumbnails());
    this.readers = new Readers(tools.readers(), "reader of " + wish.mount());
  }

  ScanWish wish() {
    return wish;
  }

  ScanSights sights() {
    return sights;
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

  /** Whether the mount is there; blocks. */
  boolean isConnected() {
    List<KnownFile> some = tools.book().page(wish.mount(), 0, SOME);
    return Connection.isThere(wish.mount(), some);
  }

  private boolean scanned() throws IOException, InterruptedException {
    sights.began(tools.book().count(wish.mount()));
    Comparison comparison = new Comparison(wish, tools, sights, this);
    MountWalk.walk(wish.mount(), wish.folder(), tools.rules(), comparison);
    comparison.finish();
    readers.await();
    return true;
  }

  private boolean tidied() throws InterruptedException {
    long gone = sights.disappearance().removeFrom(tools.book(), wish, sights.ids());
    sights.tally().count(Event.REMOVED, gone);
    return true;
  }

  @Override
  public void read(ScanTask task) throws InterruptedException {
    readers.submit(() -> readHeaders(task));
  }

  /** Its thumbnail lies under the name of the old place. */
  @Override
  public void moved(KnownFile known, FoundFile to) {
    tools.book().move(wish.mount(), known.id(), to);
    sights.tally().count(Event.MOVED);
    thumbnails.add(known.id());
  }

  private void readHeaders(ScanTask task) {
    FoundFile file = task.file();
    Reading reading = tools.reader().read(file.file());
    if (!isStill(file, reading)) {
      sights.skipped(file.file(), Skipped.GROWING);
      return;
    }
    if (reading instanceof Reading.Unreadable) {
      sights.tally().count(Event.PROBLEM);
    }
    keep(task, reading);
  }

  private void keep(ScanTask task, Reading reading) {
    Optional<KnownFile> known = task.known();
    if (known.isEmpty()) {
      long id = tools.book().add(wish.mount(), task.file(), reading);
      sights.ids().add(id);
      sights.tally().count(Event.ADDED);
      thumbnails.add(id);
    } else if (task.isChanged()) {
      tools.book().change(wish.mount(), known.get().id(), task.file(), reading);
      sights.tally().count(Event.UPDATED);
      thumbnails.add(known.get().id());
    } else {
      tools.book().readAgain(known.get().id(), task.file(), reading);
      sights.tally().count(Event.UNCHANGED);
      if (!known.get().indexed()) {
        thumbnails.add(known.get().id());
      }
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
