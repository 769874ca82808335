/**
 * The database of an installation, whatever is kept in it: {@link
 * dev.astrocat.thumbs.demo.database.Database} opens H2 or PostgreSQL, brings its schema up to date,
 * and tells within a second when it is away. The schema is made of the scripts in {@code
 * db/migration}, the same for both.
 */
@NullMarked
package dev.astrocat.thumbs.demo.database;

import org.jspecify.annotations.NullMarked;
