/**
 * What reads a camera RAW, whichever process it runs in: knows the JDK alone, nothing of the
 * library around it, since the worker process has nothing else on its class path. Not part of the
 * API.
 */
package dev.astrocat.thumbs.formats.raw.engine;
