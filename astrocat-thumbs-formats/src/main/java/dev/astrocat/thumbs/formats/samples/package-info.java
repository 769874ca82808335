/**
 * From arrays of stored samples to rows of an image, for formats that store numbers as they are.
 * Not part of the API.
 */
package dev.astrocat.thumbs.formats.samples;
