/** Formats that are recognised, so that the error can name them, but not read. */
package dev.astrocat.thumbs.formats.unsupported;
