/** Thumbnails in a folder, which several processes may share. */
package dev.astrocat.thumbs.cache.disk;
