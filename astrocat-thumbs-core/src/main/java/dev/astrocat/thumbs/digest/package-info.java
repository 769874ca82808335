/** Digests in hexadecimal. Not part of the API. */
package dev.astrocat.thumbs.digest;
