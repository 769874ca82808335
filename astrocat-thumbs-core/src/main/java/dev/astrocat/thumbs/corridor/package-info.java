/** The straight way of one picture through the rooms. Not part of the API. */
package dev.astrocat.thumbs.corridor;
