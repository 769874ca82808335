/** The executable: a command with verbs that show the library at work. */
@NullMarked
package dev.astrocat.thumbs.demo;

import org.jspecify.annotations.NullMarked;
