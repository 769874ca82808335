package dev.astrocat.thumbs.demo.index;

import java.time.InstantSource;

/**
 * What every scan works with. Immutable.
 *
 * @param book the catalog
 * @param reader of headers
 * @param rules what is left out
 * @param thumbnails takes images that need a thumbnail
 * @param readers files of one mount that are read at the same time
 * @param clock what time it is
 */
record ScanSetup(
    ImageBook book,
    HeaderReader reader,
    SkipRules rules,
    NewThumbnails.Queue thumbnails,
    int readers,
    InstantSource clock) {}
