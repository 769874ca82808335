/**
 * Camera RAW by LibRaw, through a JavaCPP preset of our own: plain mosaics become colour by
 * superpixel here, all others in LibRaw. Knows the JDK and JavaCPP alone, as it may run in a worker
 * process that has nothing else. Not part of the API.
 */
package dev.astrocat.thumbs.formats.raw.libraw;
