package dev.astrocat.thumbs.demo.node;

import java.time.Instant;

/**
 * A process as the others see it. Immutable.
 *
 * @param id different from that of all other processes
 * @param host name of its machine
 * @param pid number of the process on its machine
 * @param role {@code serve} or {@code worker}
 * @param started when it was started
 * @param seen when it last gave a sign of life, by the database's clock
 * @param threads that make thumbnails
 * @param state what it does, or what is wrong with it
 */
public record Machine(
    String id,
    String host,
    long pid,
    String role,
    Instant started,
    Instant seen,
    int threads,
    String state) {}
