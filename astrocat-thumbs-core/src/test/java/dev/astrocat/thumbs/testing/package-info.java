/** Fixtures and contract tests, published as a test-jar. */
package dev.astrocat.thumbs.testing;
