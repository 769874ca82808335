package dev.astrocat.thumbs.demo.index;

import dev.astrocat.thumbs.demo.catalog.KnownFile;
import java.util.Optional;

/**
 * A file whose headers are to be read. Immutable.
 *
 * @param file as it was last seen
 * @param known as the catalog has it; empty if it is new
 */
record ScanTask(FoundFile file, Optional<KnownFile> known) {

  ScanTask with(FoundFile other) {
    return new ScanTask(other, known);
  }

  /** Whether the catalog knows of other bytes. */
  boolean isChanged() {
    return known.isPresent() && !file.isLike(known.get());
  }
}
