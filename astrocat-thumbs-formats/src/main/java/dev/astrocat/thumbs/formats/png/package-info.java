/** PNG (ISO/IEC 15948), read by our own code: packed rows in memory, taken apart when asked for. */
package dev.astrocat.thumbs.formats.png;
