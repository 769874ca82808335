/** What the environment and the options of a verb say, checked once at start. */
@NullMarked
package dev.astrocat.thumbs.demo.config;

import org.jspecify.annotations.NullMarked;
