package dev.astrocat.thumbs.cache.entry;

/**
 * State of a cache between two clears; what was begun in one is not kept in another. Immutable.
 *
 * @param clears how often this process cleared it
 * @param mark what the process that cleared it last left in it
 */
public record Generation(long clears, String mark) {}
