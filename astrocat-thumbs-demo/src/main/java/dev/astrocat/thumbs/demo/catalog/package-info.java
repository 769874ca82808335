/**
 * The database of an installation: images, mounts, failures. {@link
 * dev.astrocat.thumbs.demo.catalog.Database} opens it, {@link
 * dev.astrocat.thumbs.demo.catalog.Catalog} answers everything about images. The schema is made of
 * the scripts in {@code db/migration}, the same for H2 and PostgreSQL.
 */
@NullMarked
package dev.astrocat.thumbs.demo.catalog;

import org.jspecify.annotations.NullMarked;
