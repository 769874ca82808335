package dev.astrocat.thumbs.demo.config;

/**
 * Where a server listens. Immutable.
 *
 * @param host name or address of this machine
 * @param port 0 for any that is free
 */
public record Listening(String host, int port) {}
