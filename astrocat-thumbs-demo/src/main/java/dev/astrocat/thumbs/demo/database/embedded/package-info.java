/**
 * H2 in this process, and when and how it writes its file, so that a killed process leaves a sound
 * one. Knows nothing of what is kept in it. Not part of the API.
 */
@NullMarked
package dev.astrocat.thumbs.demo.database.embedded;

import org.jspecify.annotations.NullMarked;
