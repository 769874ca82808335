/** Last room: where thumbnails are kept. Cache authors implement this. */
package dev.astrocat.thumbs.cache;
