package dev.astrocat.thumbs.demo.catalog;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A folder that is looked through for images, and what is known of it. Immutable.
 *
 * @param path absolute and normalised
 * @param name what people call it; unique, without slashes
 * @param connected whether it was there at the last look
 * @param offlineSince since when it is away
 * @param lastScan when the last scan ended
 * @param lastScanSeconds how long that took
 * @param files images in it
 * @param bytes their sizes together
 * @param last what the last scan found
 */
public record Mount(
    Path path,
    String name,
    boolean connected,
    Optional<Instant> offlineSince,
    Optional<Instant> lastScan,
    double lastScanSeconds,
    long files,
    long bytes,
    ScanCounts last) {

  /** A mount that was not looked through yet. */
  public static Mount of(Path path, String name) {
    return new Mount(
        path, name, true, Optional.empty(), Optional.empty(), 0, 0, 0, ScanCounts.NONE);
  }
}
