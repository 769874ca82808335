/** Thumbnails on the heap. */
package dev.astrocat.thumbs.cache.memory;
