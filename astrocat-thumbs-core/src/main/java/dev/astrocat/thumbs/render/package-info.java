/**
 * Fourth room: from rows of samples and a tone curve to an 8-bit picture of the wanted size, as
 * Pillow's {@code thumbnail} with {@code reducing_gap=2} makes it. Not part of the API.
 */
package dev.astrocat.thumbs.render;
