package dev.astrocat.thumbs.demo.jobs;

import java.time.Instant;
import java.util.Optional;

/**
 * What the book says of a run. Immutable.
 *
 * @param request text of what was asked for, if it can be started again from that
 * @param attempts how often it was started
 */
record BookedRun(
    String key,
    String kind,
    String label,
    Instant started,
    Optional<Instant> ended,
    Optional<String> request,
    int attempts) {}
