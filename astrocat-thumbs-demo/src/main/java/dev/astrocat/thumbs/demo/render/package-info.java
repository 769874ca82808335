/** The verb {@code render}: thumbnails of files, from the command line. */
@NullMarked
package dev.astrocat.thumbs.demo.render;

import org.jspecify.annotations.NullMarked;
