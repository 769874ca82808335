/**
 * The worker's side of the wire, and the wire itself: knows the JDK and the engine alone, since the
 * worker process has nothing else on its class path. Not part of the API.
 */
package dev.astrocat.thumbs.formats.raw.worker;
