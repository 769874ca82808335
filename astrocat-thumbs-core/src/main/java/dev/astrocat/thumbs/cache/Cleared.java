package dev.astrocat.thumbs.cache;

/**
 * What a clear did. Immutable.
 *
 * @param entries thumbnails and remembered failures that were deleted from the cache
 * @param records images whose thumbnail the host's store forgot
 */
public record Cleared(long entries, long records) {}
