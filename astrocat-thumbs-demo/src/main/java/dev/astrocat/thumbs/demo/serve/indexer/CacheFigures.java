package dev.astrocat.thumbs.demo.serve.indexer;

import dev.astrocat.thumbs.ThumbnailGenerator;
import dev.astrocat.thumbs.cache.CacheStatistics;
import java.nio.file.Path;
import java.time.Clock;

/** What the cache holds, and what room is left. Thread-safe; blocks. */
public final class CacheFigures {

  private final ThumbnailGenerator generator;
  private final Path folder;
  private final Clock clock;

  /** Of that generator's cache. */
  public CacheFigures(ThumbnailGenerator generator, Path folder, Clock clock) {
    this.generator = generator;
    this.folder = folder;
    this.clock = clock;
  }

  /** The figures as of now, without the time. */
  public StatsBody stats() {
    CacheStatistics statistics = generator.cacheStatistics();
    return new StatsBody(
        statistics.count(), statistics.sizeBytes(), statistics.sizeMb(), freeBytes());
  }

  /** The figures as of now. */
  TimedStatsBody timed() {
    StatsBody stats = stats();
    return new TimedStatsBody(
        stats.count(),
        stats.sizeBytes(),
        stats.sizeMb(),
        stats.freeBytes(),
        clock.instant().toString());
  }

  /** 0 for a folder that is not there, where nothing can be written. */
  private long freeBytes() {
    return folder.toFile().getUsableSpace() >> 20 << 20; // others write there, too
  }

  /** The documented figures and the room that is left, in whole mebibytes. */
  public record StatsBody(long count, long sizeBytes, double sizeMb, long freeBytes) {}

  /** The same with their time. */
  record TimedStatsBody(
      long count, long sizeBytes, double sizeMb, long freeBytes, String updatedAt) {}
}
