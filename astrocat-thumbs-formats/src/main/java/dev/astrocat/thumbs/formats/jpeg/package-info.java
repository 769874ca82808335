/** JPEG streams: files of their own, and the strips and tiles of TIFF files. */
package dev.astrocat.thumbs.formats.jpeg;
