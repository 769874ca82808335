/** Third room: from samples to exact statistics, and from those to a tone curve. */
package dev.astrocat.thumbs.measure;
