/**
 * What core keeps in a cache: names, entries that prove themselves, their freshness, and one
 * rendering for equal requests. Not part of the API.
 */
package dev.astrocat.thumbs.cache.entry;
