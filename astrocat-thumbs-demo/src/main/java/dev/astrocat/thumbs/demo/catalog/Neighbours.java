package dev.astrocat.thumbs.demo.catalog;

import java.util.OptionalLong;

/**
 * What is beside an image in the order of a query. Immutable.
 *
 * @param previous id of the one before
 * @param next id of the one after
 * @param position how many are before it
 * @param total how many there are
 */
public record Neighbours(OptionalLong previous, OptionalLong next, long position, long total) {}
