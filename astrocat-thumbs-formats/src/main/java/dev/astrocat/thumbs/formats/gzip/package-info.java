/** Gzip (RFC 1952) read within bounds; shared by formats that are often wrapped in it. */
package dev.astrocat.thumbs.formats.gzip;
