/** Gzip (RFC 1952) and bzip2 unpacked within bounds, for formats that often come in them. */
package dev.astrocat.thumbs.formats.unpack;
