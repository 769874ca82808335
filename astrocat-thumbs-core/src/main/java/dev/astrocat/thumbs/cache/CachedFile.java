package dev.astrocat.thumbs.cache;

import java.time.Instant;

/**
 * An entry of a cache.
 *
 * @param name name it was written under
 * @param sizeBytes its size
 * @param modified when it was written or touched
 */
public record CachedFile(String name, long sizeBytes, Instant modified) {}
