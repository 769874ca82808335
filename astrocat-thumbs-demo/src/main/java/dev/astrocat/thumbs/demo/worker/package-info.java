/** The verb {@code worker}: a process that makes thumbnails for servers. Not part of the API. */
@NullMarked
package dev.astrocat.thumbs.demo.worker;

import org.jspecify.annotations.NullMarked;
