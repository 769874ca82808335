package dev.astrocat.thumbs.demo.serve;

/**
 * What an HTTP client gets instead of what it asked for.
 *
 * @param detail one line for people, without absolute paths
 * @param code stable name for programs
 */
record ErrorBody(String detail, String code) {}
