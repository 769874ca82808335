/** JPEG, GIF, BMP and WebP: our own checks first, then a library reader from the allow-list. */
package dev.astrocat.thumbs.formats.standard;
