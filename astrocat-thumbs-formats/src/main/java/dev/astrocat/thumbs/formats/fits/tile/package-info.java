/** Tile-compressed images (FITS 4.0 section 10): a binary table with one tile a row. */
package dev.astrocat.thumbs.formats.fits.tile;
