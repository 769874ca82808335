/** Pictures that stand where a thumbnail could not be made. Nothing uses them unasked. */
package dev.astrocat.thumbs.placeholder;
