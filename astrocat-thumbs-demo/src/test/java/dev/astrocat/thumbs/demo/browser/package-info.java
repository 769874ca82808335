/** What a visitor of the page sees and does, in a real browser. */
@NullMarked
package dev.astrocat.thumbs.demo.browser;

import org.jspecify.annotations.NullMarked;
