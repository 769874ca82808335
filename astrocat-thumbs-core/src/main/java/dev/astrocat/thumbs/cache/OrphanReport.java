package dev.astrocat.thumbs.cache;

import java.util.List;

/**
 * Entries of a cache that belong to no image any more, as they were when it was looked through.
 * Nothing is deleted yet. Immutable.
 *
 * @param files the entries, by name
 */
public record OrphanReport(List<CachedFile> files) {

  /** Copies the list. */
  public OrphanReport {
    files = List.copyOf(files);
  }

  /** How many there are. */
  public long count() {
    return files.size();
  }

  /** Their sizes together. */
  public long sizeBytes() {
    return files.stream().mapToLong(CachedFile::sizeBytes).sum();
  }
}
