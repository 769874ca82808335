package dev.astrocat.thumbs.bands;

/**
 * The rows of a band, and the lines of each picture that are to be made of them. No rows, and no
 * lines, where all lines that touch the band begin before it.
 *
 * @param firstRow first row that was read
 * @param endRow the row behind the last one that was read
 * @param firstLines first line of each picture
 * @param endLines line behind the last one of each picture
 */
@SuppressWarnings("ArrayRecordComponent") // handed to one visitor, never compared
public record Slice(int firstRow, int endRow, int[] firstLines, int[] endLines) {}
