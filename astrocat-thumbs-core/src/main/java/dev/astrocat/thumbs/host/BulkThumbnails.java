package dev.astrocat.thumbs.host;

import dev.astrocat.thumbs.ThumbnailException;
import dev.astrocat.thumbs.corridor.HostCall;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Queues thumbnails for many images, in chunks; {@link ThumbnailWorker}s make them, here or in
 * other processes. Thread-safe.
 *
 * <p>Images are listed while workers are at the first of them, as fast as the queue takes them.
 */
public final class BulkThumbnails {

  private static final Logger log = LoggerFactory.getLogger(BulkThumbnails.class);

  private final ImageStore store;
  private final ThumbnailQueue queue;
  private final RunLedger ledger;
  private final RunStarts starts;
  private final Executor executor;

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
    this.starts = new RunStarts(progress, InstantSource.system());
    this.executor = executor;
  }

  /**
   * Starts a run, or joins the one that is alive under the same key. A run whose producer was
   * killed while it listed images is gone on with where it stopped, once nobody has told of it for
   * two minutes; so start again, after a crash, what is to be finished.
   *
   * @return id of the run; its progress is at {@link BulkRequest#key}, see {@link BulkRuns}
   * @throws dev.astrocat.thumbs.HostException {@code HOST_FAILURE} if it could not be started
   */
  public String start(BulkRequest request) {
    RunStarts.Started started = starts.start(request);
    String run = started.run();
    started.listing().ifPresent(listing -> enqueueLater(request, run, listing));
    return run;
  }

  private void enqueueLater(BulkRequest request, String run, Listing listing) {
    try {
      HostCall.perform(
          "the executor", () -> executor.execute(() -> enqueue(request, run, listing)));
    } catch (ThumbnailException e) {
      fail(request.key(), run);
      throw e;
    }
  }

  private void enqueue(BulkRequest request, String run, Listing listing) {
    try {
      submitAll(request, run, listing);
    } catch (ThumbnailException e) {
      log.warn("bulk run {} could not list or queue its images", run, e);
      fail(request.key(), run);
    }
  }

  private void submitAll(BulkRequest request, String run, Listing start) {
    ChunkWalk walk = ChunkWalk.over(request.target(), store, start.position());
    Optional<ThumbnailJob> last = Optional.empty();
    Listing listing = start;
    List<String> ids = walk.next();
    while (!ids.isEmpty() && ledger.alive(request.key(), run).isPresent()) {
      ThumbnailJob job = job(request, run, listing.chunk(), ids);
      queue.submit(job);
      ledger.announce(job);
      Listing next = listing.next(walk.position());
      if (!ledger.advance(run, listing, next)) {
        log.debug("another producer goes on with bulk run {}", run);
        return;
      }
      if (listing.chunk() == 0) {
        expected(request.target()).ifPresent(n -> ledger.expect(run, n));
      }
      last = Optional.of(job);
      listing = next;
      ids = walk.next();
    }
    if (ids.isEmpty()) {
      ledger.listed(run, listing.chunk());
      end(request.key(), run, last);
    }
  }

  private static ThumbnailJob job(BulkRequest request, String run, int chunk, List<String> ids) {
    return new ThumbnailJob(
        request.key(), run, chunk, ids, request.options(), request.renewal(), request.priority());
  }

  /** Workers end runs; if they were through before all was listed, one comes back for that. */
  private void end(String key, String run, Optional<ThumbnailJob> last) {
    if (last.isEmpty()) {
      ledger.finish(key, run);
    } else if (ledger.isComplete(run)) {
      queue.submit(last.get());
    }
  }

  private Optional<Long> expected(BulkRequest.Target target) {
    if (target instanceof BulkRequest.Target.Folder folder) {
      return store.count(folder.folder()).stream().boxed().findAny();
    }
    return Optional.of((long) ((BulkRequest.Target.Images) target).ids().size());
  }

  private void fail(String key, String run) {
    try {
      ledger.alive(key, run).ifPresent(head -> ledger.move(key, head, RunState.FAILED));
    } catch (ThumbnailException e) {
      log.warn("nor could bulk run {} be marked as failed", run, e);
    }
  }
}
