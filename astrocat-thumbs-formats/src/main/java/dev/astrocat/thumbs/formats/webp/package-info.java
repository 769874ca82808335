/**
 * WebP output by a library that the application may add: com.github.usefulness:webp-imageio. On the
 * module path it also takes {@code --add-modules kotlin.stdlib}, since that library is an automatic
 * module and cannot ask for Kotlin's itself.
 */
package dev.astrocat.thumbs.formats.webp;
