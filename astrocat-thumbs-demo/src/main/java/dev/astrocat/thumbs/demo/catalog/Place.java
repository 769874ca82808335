package dev.astrocat.thumbs.demo.catalog;

import java.nio.file.Path;

/**
 * A folder of a mount.
 *
 * @param mountId the mount's key
 * @param mount the mount
 * @param folder below it, with slashes; empty for the mount itself
 */
record Place(long mountId, Mount mount, String folder) {

  Path path() {
    return mount.path().resolve(folder);
  }
}
