/**
 * What many machines share: the queue on db-scheduler, progress in a table or in Redis, the book of
 * runs. Not part of the API.
 */
@NullMarked
package dev.astrocat.thumbs.demo.jobs;

import org.jspecify.annotations.NullMarked;
