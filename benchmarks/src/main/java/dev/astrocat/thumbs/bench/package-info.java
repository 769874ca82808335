/**
 * How long each room of the corridor takes, and all of them together. Every benchmark gives mean
 * milliseconds an operation, on one thread unless {@code -p threads} says otherwise.
 */
@NullMarked
package dev.astrocat.thumbs.bench;

import org.jspecify.annotations.NullMarked;
