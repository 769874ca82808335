package dev.astrocat.thumbs.host;

import java.time.Instant;

/**
 * What a host remembers of a thumbnail. Immutable.
 *
 * @param location where the cache says that it is: an absolute path, a URL
 * @param made when it was rendered
 */
public record SavedThumbnail(String location, Instant made) {}
