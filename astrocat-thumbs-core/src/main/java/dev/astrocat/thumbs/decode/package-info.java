/** Second room: from a file to rows of native samples. Format authors implement this. */
package dev.astrocat.thumbs.decode;
