/**
 * FITS 4.0: headers, the choice of an image, rows of plain images. Compressed images are in {@link
 * dev.astrocat.thumbs.formats.fits.tile}.
 */
package dev.astrocat.thumbs.formats.fits;
