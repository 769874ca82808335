/** From a mosaic of colour filters to colour: superpixels, streamed. */
package dev.astrocat.thumbs.demosaic;
