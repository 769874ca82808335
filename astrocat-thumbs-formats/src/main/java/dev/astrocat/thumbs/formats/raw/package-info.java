/** Camera RAW: {@code RawDecoder}, set up by {@code RawOptions}. */
package dev.astrocat.thumbs.formats.raw;
