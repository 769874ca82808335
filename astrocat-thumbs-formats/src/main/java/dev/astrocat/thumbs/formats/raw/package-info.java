/** Camera RAW. */
package dev.astrocat.thumbs.formats.raw;
