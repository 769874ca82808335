/**
 * What an installation knows of images, mounts and failures: {@link
 * dev.astrocat.thumbs.demo.catalog.Catalog} answers everything about them, out of a {@link
 * dev.astrocat.thumbs.demo.database.Database}.
 */
@NullMarked
package dev.astrocat.thumbs.demo.catalog;

import org.jspecify.annotations.NullMarked;
