package dev.astrocat.thumbs.demo.index;

import dev.astrocat.thumbs.ThumbnailGenerator;
import dev.astrocat.thumbs.demo.catalog.Catalog;
import dev.astrocat.thumbs.demo.database.Leases;
import dev.astrocat.thumbs.demo.jobs.Bulk;
import dev.astrocat.thumbs.host.ProgressStore;

/**
 * What an indexer works with. Immutable; the indexer closes none of it.
 *
 * @param catalog where images are kept
 * @param leases who scans a mount among all processes
 * @param progress where all processes see how far a scan is
 * @param bulk lists scans with other runs, and queues thumbnails of what is new
 * @param generator whose decoders read the headers
 */
public record IndexerParts(
    Catalog catalog,
    Leases leases,
    ProgressStore progress,
    Bulk bulk,
    ThumbnailGenerator generator) {}
