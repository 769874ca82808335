package dev.astrocat.thumbs.decode;

/**
 * One statement of a file about what kind of frame it is, for example {@code IMAGETYP = Light
 * Frame}. Decoders pass on what they find and judge nothing.
 *
 * @param keyword name in the file's own words, upper case
 * @param value value without quotes and padding
 */
public record Evidence(String keyword, String value) {}
