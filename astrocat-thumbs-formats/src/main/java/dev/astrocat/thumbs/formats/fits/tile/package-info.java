/**
 * Tile-compressed images (FITS 4.0 section 10): a binary table with one tile a row.
 *
 * <p>Only the H-transform comes from nom-tam-fits. Its table reader allocates before it checks and
 * dequantises half a step too high, and its line lists cut values to 16 bits; Rice and gzip are
 * short, and written here they are bounded and five times as fast.
 */
package dev.astrocat.thumbs.formats.fits.tile;
