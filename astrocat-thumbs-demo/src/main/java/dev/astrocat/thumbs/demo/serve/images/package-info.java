/** Routes of images, their pictures and why they look so. Not part of the API. */
@NullMarked
package dev.astrocat.thumbs.demo.serve.images;

import org.jspecify.annotations.NullMarked;
