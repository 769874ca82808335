/** First room: where a picture comes from, and which bytes it holds at the moment. */
package dev.astrocat.thumbs.source;
