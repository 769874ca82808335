package dev.astrocat.thumbs.demo.index;

import dev.astrocat.thumbs.demo.catalog.Mount;
import dev.astrocat.thumbs.demo.catalog.ScanCounts;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * What the indexer does and has done, on all mounts together. Immutable.
 *
 * @param indexedCount images in the catalog
 * @param mounts each mount
 */
public record IndexerStatus(long indexedCount, List<MountStatus> mounts) {

  /** Keeps the list as it is now. */
  public IndexerStatus {
    mounts = List.copyOf(mounts);
  }

  /** Whether any mount is being scanned. */
  public boolean isRunning() {
    return mounts.stream().anyMatch(mount -> mount.current().isPresent());
  }

  /** When the last scan ended. */
  public Optional<Instant> lastScanAt() {
    return last().flatMap(Mount::lastScan);
  }

  /** How long the last scan took; 0 if there was none. */
  public double lastScanDurationSeconds() {
    return last().map(Mount::lastScanSeconds).orElse(0.0);
  }

  private Optional<Mount> last() {
    return mounts.stream()
        .map(MountStatus::mount)
        .filter(mount -> mount.lastScan().isPresent())
        .max(Comparator.comparing(mount -> mount.lastScan().orElse(Instant.MIN)));
  }

  /** Image files that the scans of now, or else the last ones, met. */
  public long filesScanned() {
    return sum(CurrentScan::found, ScanCounts::scanned);
  }

  /** New files among them. */
  public long filesAdded() {
    return sum(CurrentScan::added, ScanCounts::added);
  }

  /** Changed files among them. */
  public long filesUpdated() {
    return sum(CurrentScan::updated, ScanCounts::updated);
  }

  /** Files that were gone at the end of the last scans. */
  public long filesRemoved() {
    return sum(scan -> 0, ScanCounts::removed);
  }

  private long sum(ToLongFunction<CurrentScan> now, ToLongFunction<ScanCounts> before) {
    return mounts.stream()
        .mapToLong(
            mount ->
                mount
                    .current()
                    .map(now::applyAsLong)
                    .orElseGet(() -> before.applyAsLong(mount.mount().last())))
        .sum();
  }
}
