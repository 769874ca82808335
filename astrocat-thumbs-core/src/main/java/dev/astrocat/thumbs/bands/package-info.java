/** Walking an image in bands of rows, on one thread or several. Not part of the API. */
package dev.astrocat.thumbs.bands;
