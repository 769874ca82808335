/**
 * What decoders of ordinary images share: a stream over a source for ImageIO, the few readers that
 * may run, and rows from decoded rasters.
 */
package dev.astrocat.thumbs.formats.imageio;
