package dev.astrocat.thumbs.demo.jobs;

import dev.astrocat.thumbs.cache.CacheStatistics;
import java.time.Instant;

/**
 * Figures of the cache as they were saved. Immutable.
 *
 * @param statistics the figures
 * @param updated when they were true
 */
public record SavedStatistics(CacheStatistics statistics, Instant updated) {}
