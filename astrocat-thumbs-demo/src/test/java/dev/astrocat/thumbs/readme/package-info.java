/** What the documents promise. */
@NullMarked
package dev.astrocat.thumbs.readme;

import org.jspecify.annotations.NullMarked;
