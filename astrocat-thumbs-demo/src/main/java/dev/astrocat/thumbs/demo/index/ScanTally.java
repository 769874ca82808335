package dev.astrocat.thumbs.demo.index;

import dev.astrocat.thumbs.demo.catalog.ScanCounts;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a scan has counted so far. Thread-safe. */
final class ScanTally {

  /** What happens in a scan. */
  enum Event {
    /** A folder is being listed. */
    FOLDER,
    /** It is an image. */
    FOUND,
    /** It is as it was. */
    UNCHANGED,
    ADDED,
    UPDATED,
    MOVED,
    REMOVED,
    /** Its headers could not be read; it is added or updated all the same. */
    PROBLEM
  }

  private final Map<Event, Long> events = new EnumMap<>(Event.class);
  private long bytes;
  private final Map<Skipped, Long> skipped = new EnumMap<>(Skipped.class);

  synchronized void count(Event event) {
    count(event, 1);
  }

  synchronized void count(Event event, long number) {
    events.merge(event, number, Long::sum);
  }

  synchronized void found(long sizeBytes) {
    count(Event.FOUND);
    bytes += sizeBytes;
  }

  /** Sizes of the files that were found, together. */
  synchronized long bytes() {
    return bytes;
  }

  synchronized void skip(Skipped reason) {
    skipped.merge(reason, 1L, Long::sum);
  }

  synchronized long of(Event event) {
    return events.getOrDefault(event, 0L);
  }

  /** Numbers of what was left out, by reason. */
  synchronized SortedMap<String, Long> skipped() {
    SortedMap<String, Long> words = new TreeMap<>();
    skipped.forEach((reason, number) -> words.put(reason.word(), number));
    return words;
  }

  /** As the catalog keeps it. */
  synchronized ScanCounts counts() {
    return new ScanCounts(
        of(Event.FOUND),
        of(Event.ADDED),
        of(Event.UPDATED),
        of(Event.MOVED),
        of(Event.REMOVED),
        of(Event.PROBLEM),
        skipped());
  }

  /** All that was counted: as long as it grows, the scan goes on. */
  synchronized long sum() {
    return Stream.of(events, skipped)
        .flatMap(numbers -> numbers.values().stream())
        .mapToLong(Long::longValue)
        .sum();
  }

  /** Image files that are dealt with. */
  synchronized long processed() {
    return of(Event.UNCHANGED) + of(Event.ADDED) + of(Event.UPDATED) + of(Event.MOVED);
  }
}
