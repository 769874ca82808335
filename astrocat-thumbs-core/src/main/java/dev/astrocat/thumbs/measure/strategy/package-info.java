/**
 * The stretches that come with core, one class each. Found by ServiceLoader; not part of the API.
 */
package dev.astrocat.thumbs.measure.strategy;
