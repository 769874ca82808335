package dev.astrocat.thumbs.host;

import dev.astrocat.thumbs.ThumbnailException;
import dev.astrocat.thumbs.corridor.HostCall;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
    this.executor = executor;
  }

  /**
   * Starts a run, or joins the one that is alive under the same key.
   *
   * @return id of the run; its progress is at {@link BulkRequest#key}, see {@link BulkRuns}
   * @throws dev.astrocat.thumbs.HostException {@code HOST_FAILURE} if it could not be started
   */
  public String start(BulkRequest request) {
    String mine = UUID.randomUUID().toString();
    String alive = ledger.start(request.key(), mine);
    if (alive.equals(mine)) {
      try {
        HostCall.perform("the executor", () -> executor.execute(() -> enqueue(request, mine)));
      } catch (ThumbnailException e) {
        fail(request.key(), mine);
        throw e;
      }
    }
    return alive;
  }

  private void enqueue(BulkRequest request, String run) {
    try {
      submitAll(request, run);
    } catch (ThumbnailException e) {
      log.warn("bulk run {} could not list or queue its images", run, e);
      fail(request.key(), run);
    }
  }

  private void submitAll(BulkRequest request, String run) {
    String key = request.key();
    ChunkWalk walk = ChunkWalk.over(request.target(), store);
    Optional<ThumbnailJob> last = Optional.empty();
    List<String> ids = walk.next();
    int chunk = 0;
    while (!ids.isEmpty() && ledger.alive(key, run).isPresent()) {
      ThumbnailJob job =
          new ThumbnailJob(
              key, run, chunk, ids, request.options(), request.renewal(), request.priority());
      ledger.announce(job);
      queue.submit(job);
      if (chunk == 0) {
        expected(request.target()).ifPresent(n -> ledger.expect(run, n));
      }
      last = Optional.of(job);
      chunk++;
      ids = walk.next();
    }
    if (ids.isEmpty()) {
      ledger.listed(run, chunk);
      end(key, run, last);
    }
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
