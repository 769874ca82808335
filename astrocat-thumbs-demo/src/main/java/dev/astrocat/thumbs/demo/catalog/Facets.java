package dev.astrocat.thumbs.demo.catalog;

import java.util.List;
import java.util.Map;

/**
 * How many images there would be for each value of each filter, all other filters as they are: so
 * adding a second kind shows what that adds. Largest counts first. Immutable.
 *
 * @param total images that all filters let through
 * @param kinds by kind, names in upper case
 * @param formats by file format
 * @param filters by filter
 * @param solved with world coordinates
 * @param problems with a problem
 * @param mounts by mount
 */
public record Facets(
    long total,
    Map<String, Long> kinds,
    Map<String, Long> formats,
    Map<String, Long> filters,
    long solved,
    long problems,
    List<FolderCount> mounts) {}
