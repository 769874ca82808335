/**
 * What an application calls: a generator, a request, a thumbnail; and the errors, limits and
 * choices that go with them.
 */
package dev.astrocat.thumbs;
