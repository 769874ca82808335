package dev.astrocat.thumbs.formats.preview;

/**
 * Bytes of a RAW file that are said to be a JPEG stream. Immutable.
 *
 * @param offset where they start
 * @param length how many they are; all inside the file
 */
record Preview(long offset, long length) {}
