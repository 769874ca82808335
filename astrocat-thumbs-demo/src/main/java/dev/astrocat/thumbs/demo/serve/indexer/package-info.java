/** Routes that look for images and make many thumbnails. Not part of the API. */
@NullMarked
package dev.astrocat.thumbs.demo.serve.indexer;

import org.jspecify.annotations.NullMarked;
