/** A small sky of made-up images, so that a newcomer sees pictures at once. */
@NullMarked
package dev.astrocat.thumbs.demo.sample;

import org.jspecify.annotations.NullMarked;
