package dev.astrocat.thumbs.cache.entry;

import dev.astrocat.thumbs.cache.CachedFile;
import dev.astrocat.thumbs.cache.OrphanReport;
import dev.astrocat.thumbs.cache.ThumbnailCache;
import dev.astrocat.thumbs.source.ImageSource;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds entries whose source is in no record or gone for certain, and deletes them when asked to.
 * An entry is assigned to its source by the digits in its name alone, so a rare coincidence spares
 * one. Thread-safe.
 *
 * @param cache the cache
 */
record Orphans(ThumbnailCache cache) {

  /** A record may come after its first thumbnail. */
  private static final Duration YOUNGEST = Duration.ofHours(24);

  /**
   * Looks through the cache and all sources.
   *
   * @param sources of all records; the file of one is looked for if it has entries
   * @param now to tell how old entries are
   */
  OrphanReport find(Iterator<ImageSource> sources, Instant now) throws IOException {
    Map<String, List<CachedFile>> suspects = entriesBefore(now.minus(YOUNGEST));
    while (sources.hasNext()) {
      ImageSource source = sources.next();
      String digits = EntryName.sourceDigits(source.identity());
      List<CachedFile> entries = suspects.get(digits);
      if (entries != null && !Freshness.isGone(source, lastUsed(entries))) {
        suspects.remove(digits);
      }
    }
    return new OrphanReport(
        suspects.values().stream()
            .flatMap(List::stream)
            .sorted(Comparator.comparing(CachedFile::name))
            .toList());
  }

  private static Instant lastUsed(List<CachedFile> entries) {
    return entries.stream()
        .map(CachedFile::modified)
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  private Map<String, List<CachedFile>> entriesBefore(Instant time) throws IOException {
    Map<String, List<CachedFile>> entries = new HashMap<>();
    try (Stream<CachedFile> files = cache.list()) {
      for (Iterator<CachedFile> all = files.iterator(); all.hasNext(); ) {
        CachedFile file = all.next();
        Optional<String> digits = EntryName.sourceDigitsIn(file.name());
        if (digits.isPresent() && file.modified().isBefore(time)) {
          entries.computeIfAbsent(digits.get(), key -> new ArrayList<>()).add(file);
        }
      }
    }
    return entries;
  }

  /**
   * Deletes what a report names, but for entries that changed since.
   *
   * @return how many were deleted; none while another process tidies
   */
  long delete(OrphanReport report) throws IOException {
    Optional<Closeable> tidying = cache.tidying();
    if (tidying.isEmpty()) {
      return 0;
    }
    Closeable turn = tidying.get();
    try (turn) {
      Deletions deletions = new Deletions(cache);
      for (String name : unchanged(report)) {
        deletions.delete(name);
      }
      return deletions.count();
    }
  }

  private List<String> unchanged(OrphanReport report) throws IOException {
    try (Stream<CachedFile> files = cache.list()) {
      return files
          .filter(Set.copyOf(report.files())::contains)
          .map(CachedFile::name)
          .filter(name -> EntryName.kind(name).isPresent())
          .toList();
    }
  }
}
