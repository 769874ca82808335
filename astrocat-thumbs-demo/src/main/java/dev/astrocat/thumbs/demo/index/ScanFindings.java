package dev.astrocat.thumbs.demo.index;

import java.nio.file.Path;

/**
 * What a scan has seen: counts, ids, and the folder that it is in. Written by the scan, read by any
 * thread.
 */
final class ScanFindings {

  private final ScanTally tally = new ScanTally();
  private final SeenIds ids = new SeenIds();
  private final Disappearance disappearance = new Disappearance();
  private volatile Path folder;
  private volatile long known;

  ScanFindings(Path folder) {
    this.folder = folder;
  }

  ScanTally tally() {
    return tally;
  }

  /** Images that were met. */
  SeenIds ids() {
    return ids;
  }

  Disappearance disappearance() {
    return disappearance;
  }

  /** The folder that is being listed. */
  Path folder() {
    return folder;
  }

  void entered(Path path) {
    folder = path;
    tally.count(ScanTally.Event.FOLDER);
  }

  /** How many images were known when the scan began. */
  long known() {
    return known;
  }

  void began(long images) {
    known = images;
  }

  void skipped(Path path, Skipped reason) {
    tally.skip(reason);
    if (reason == Skipped.UNREADABLE) {
      disappearance.unreadable(path);
    }
  }
}
