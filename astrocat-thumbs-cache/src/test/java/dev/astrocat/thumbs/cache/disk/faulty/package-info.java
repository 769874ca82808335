/** A file system on which a test lets operations fail. */
package dev.astrocat.thumbs.cache.disk.faulty;
