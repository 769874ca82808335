/**
 * TIFF 6.0, BigTIFF and the usual extensions. Strips and tiles are read by our own code, in their
 * native sample type; TwelveMonkeys reads fax and old-style JPEG.
 */
package dev.astrocat.thumbs.formats.tiff;
