package dev.astrocat.thumbs.demo.jobs;

/**
 * How much stands in a queue. Immutable.
 *
 * @param pending jobs that wait
 * @param running jobs that some process runs
 */
public record QueueDepth(long pending, long running) {}
