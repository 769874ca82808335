package dev.astrocat.thumbs.demo.catalog;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a scan found. Immutable.
 *
 * @param scanned image files that were there
 * @param added new ones
 * @param updated changed ones
 * @param moved those that have another path now
 * @param removed those that are gone
 * @param failed those whose header could not be read
 * @param skipped files and folders that were not looked at, by reason
 */
public record ScanCounts(
    long scanned,
    long added,
    long updated,
    long moved,
    long removed,
    long failed,
    SortedMap<String, Long> skipped) {

  /** Nothing found. */
  public static final ScanCounts NONE = new ScanCounts(0, 0, 0, 0, 0, 0, new TreeMap<>());

  /** Counts with the reasons of any map. */
  public static ScanCounts of(
      long scanned,
      long added,
      long updated,
      long moved,
      long removed,
      long failed,
      Map<String, Long> skipped) {
    return new ScanCounts(scanned, added, updated, moved, removed, failed, new TreeMap<>(skipped));
  }
}
