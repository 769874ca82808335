/**
 * Pictures that cameras put into their RAW files, for where the sensor's data cannot be read. Not
 * part of the API.
 */
package dev.astrocat.thumbs.formats.preview;
