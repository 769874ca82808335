package dev.astrocat.thumbs.demo.catalog;

import java.util.List;

/**
 * Some of the images that a query finds. Immutable.
 *
 * @param items those of the page
 * @param total how many there are on all pages
 */
public record ImagePage(List<CatalogImage> items, long total) {}
