/**
 * One process of an installation: opens everything in order and closes it in order. Not part of the
 * API.
 */
@NullMarked
package dev.astrocat.thumbs.demo.node;

import org.jspecify.annotations.NullMarked;
