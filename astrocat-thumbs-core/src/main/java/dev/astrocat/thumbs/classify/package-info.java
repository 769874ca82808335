/** What kind of frame an image is, by all that its file says, and why. */
package dev.astrocat.thumbs.classify;
