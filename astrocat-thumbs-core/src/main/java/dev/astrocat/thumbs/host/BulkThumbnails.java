package dev.astrocat.thumbs.host;

import dev.astrocat.thumbs.ThumbnailException;
import dev.astrocat.thumbs.corridor.HostCall;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * Queues thumbnails for many images, in chunks; {@link ThumbnailWorker}s make them, here or in
 * other processes. Thread-safe.
 *
 * <p>Images are listed while workers are at the first of them, as fast as the queue takes them.
 */
public final class BulkThumbnails {

  private final ImageStore store;
  private final ThumbnailQueue queue;
  private final RunLedger ledger;
  private final RunStarts starts;
  private final Executor executor;
  private final Set<String> listed = ConcurrentHashMap.newKeySet();

  /**
   * A producer for that queue.
   *
   * @param executor lists the images, in one task a run that may take as long as the run; {@code
   *     Runnable::run} lets {@link #start} return when all are queued
   */
  public BulkThumbnails(
      ImageStore store, ThumbnailQueue queue, ProgressStore progress, Executor executor) {
    this.store = new GuardedImageStore(store);
    this.queue = job -> HostCall.perform("the queue", () -> queue.submit(job));
    this.ledger = new RunLedger(progress, InstantSource.system());
    this.starts = new RunStarts(progress, InstantSource.system(), listed::contains);
    this.executor = executor;
  }

  /**
   * Starts a run, or joins the one that is alive under the same key. If it is of the same request
   * and not all listed, its list is gone on with from here; so start again, after a crash, what is
   * to be finished. A run that nobody has told of for two minutes, and that cannot be gone on with,
   * is followed by a new one.
   *
   * @return id of the run; its progress is at {@link BulkRequest#key}, see {@link BulkRuns}
   * @throws dev.astrocat.thumbs.HostException {@code HOST_FAILURE} if it could not be started
   */
  public String start(BulkRequest request) {
    RunStarts.Started started = starts.start(request);
    started
        .listing()
        .map(listing -> new ListingWork(request, started, listing, store, queue, ledger))
        .ifPresent(work -> list(started.run(), work));
    return started.run();
  }

  private void list(String run, ListingWork work) {
    listed.add(run);
    Runnable task =
        () -> {
          try {
            work.run();
          } finally {
            listed.remove(run);
          }
        };
    try {
      HostCall.perform("the executor", () -> executor.execute(task));
    } catch (ThumbnailException e) {
      listed.remove(run);
      work.fail();
      throw e;
    }
  }
}
