/** Fifth room: from an 8-bit picture to a file. Output format authors implement this. */
package dev.astrocat.thumbs.encode;
