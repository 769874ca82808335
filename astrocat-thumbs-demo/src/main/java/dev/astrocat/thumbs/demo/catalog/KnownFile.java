package dev.astrocat.thumbs.demo.catalog;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the indexer compares a file with. Immutable.
 *
 * @param id key of the image
 * @param file where it was
 * @param sizeBytes its size then
 * @param modifiedNanos when it had been written then
 * @param fileKey what named it on its disk
 * @param indexed whether its header was read, or cannot be, for these bytes
 */
public record KnownFile(
    long id,
    Path file,
    long sizeBytes,
    long modifiedNanos,
    Optional<String> fileKey,
    boolean indexed) {}
