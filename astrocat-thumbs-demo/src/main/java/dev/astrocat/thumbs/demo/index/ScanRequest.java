package dev.astrocat.thumbs.demo.index;

import java.nio.file.Path;

/**
 * What is to be scanned. Immutable.
 *
 * @param mount a mount path
 * @param folder the mount, or a folder below it
 * @param depth what is looked at
 */
record ScanRequest(Path mount, Path folder, Depth depth) {

  /** What a scan looks at. */
  enum Depth {
    /** Files that are new or have changed since. */
    CHANGES,
    /** The headers of all. */
    EVERYTHING
  }

  /** Whether this one does all that the other asks for. */
  boolean covers(ScanRequest other) {
    return other.folder.startsWith(folder)
        && (depth == Depth.EVERYTHING || other.depth == Depth.CHANGES);
  }
}
