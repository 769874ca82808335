/**
 * XISF 1.0: the XML header, the choice of an image, and data blocks, plain or compressed. Not part
 * of the API.
 */
package dev.astrocat.thumbs.formats.xisf;
