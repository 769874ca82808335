package dev.astrocat.thumbs.demo.index;

import dev.astrocat.thumbs.demo.catalog.Mount;
import java.util.Optional;

/**
 * A mount and the scan that is at it. Immutable.
 *
 * @param mount as the catalog has it
 * @param current a scan that is running, here or in another process
 */
public record MountStatus(Mount mount, Optional<CurrentScan> current) {

  /** Images in it as the last scan found them; during the first one, what that has met so far. */
  public long files() {
    boolean isFirst = mount.lastScan().isEmpty();
    return isFirst ? current.map(CurrentScan::found).orElse(mount.files()) : mount.files();
  }
}
