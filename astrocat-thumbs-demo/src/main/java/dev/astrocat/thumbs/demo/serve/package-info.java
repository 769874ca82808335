/** The verb {@code serve}: a thin web server over the library, with a page that shows it. */
@NullMarked
package dev.astrocat.thumbs.demo.serve;

import org.jspecify.annotations.NullMarked;
