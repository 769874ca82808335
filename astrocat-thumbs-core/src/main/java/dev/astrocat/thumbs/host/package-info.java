/** Where the library meets the host: its records of images, which the host implements. */
package dev.astrocat.thumbs.host;
