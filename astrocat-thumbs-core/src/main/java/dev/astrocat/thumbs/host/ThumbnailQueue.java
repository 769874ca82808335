package dev.astrocat.thumbs.host;

/**
 * The host's queue, through which jobs go from {@link BulkThumbnails} to {@link ThumbnailWorker}s,
 * which may live in other processes. Thread-safe.
 *
 * <p>Each job must be delivered at least once, and again after {@link JobOutcome.Later} and {@link
 * JobOutcome.Failed}, or when the process that ran it died. Delivering one too often is harmless.
 */
@FunctionalInterface
public interface ThumbnailQueue {

  /** Takes a job; may block while there are too many, which slows the producer down. */
  void submit(ThumbnailJob job);
}
