/**
 * Exact statistics in few passes: counts per value for 8 and 16 bits, refined histograms over
 * order-preserving keys for the rest. Not part of the API.
 */
package dev.astrocat.thumbs.measure.exact;
