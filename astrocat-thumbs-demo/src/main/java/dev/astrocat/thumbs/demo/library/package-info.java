/** The images in the folders that the server shows. */
@NullMarked
package dev.astrocat.thumbs.demo.library;

import org.jspecify.annotations.NullMarked;
