package dev.astrocat.thumbs.cache;

/**
 * Room where a cache writes its entries. Immutable.
 *
 * @param usableBytes what can still be written
 * @param totalBytes what the disk, or whatever it is, holds at most
 */
public record CacheSpace(long usableBytes, long totalBytes) {}
