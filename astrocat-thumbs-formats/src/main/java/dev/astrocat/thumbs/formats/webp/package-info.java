/** WebP output by a library that the application may add: com.github.usefulness:webp-imageio. */
package dev.astrocat.thumbs.formats.webp;
