package dev.astrocat.thumbs.host;

import dev.astrocat.thumbs.ThumbnailException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One producer's way through the images of one run. One thread at a time. */
final class ListingWork {

  private static final Logger log = LoggerFactory.getLogger(ListingWork.class);

  private final BulkRequest request;
  private final String run;
  private final ImageStore store;
  private final ThumbnailQueue queue;
  private final RunLedger ledger;
  private Listing listing;

  /**
   * Work to be done once.
   *
   * @param listing where it begins
   */
  ListingWork(
      BulkRequest request,
      RunStarts.Started started,
      Listing listing,
      ImageStore store,
      ThumbnailQueue queue,
      RunLedger ledger) {
    this.request = request;
    this.run = started.run();
    this.listing = listing;
    this.store = store;
    this.queue = queue;
    this.ledger = ledger;
  }

  void run() {
    try {
      submitAll();
    } catch (ThumbnailException e) {
      log.warn("bulk run {} could not list or queue its images", run, e);
      fail();
    }
  }

  private void submitAll() {
    ChunkWalk walk = ChunkWalk.over(request.target(), store, listing.position());
    Optional<ThumbnailJob> last = Optional.empty();
    List<String> ids = walk.next();
    while (!ids.isEmpty() && ledger.alive(request.key(), run).isPresent()) {
      ThumbnailJob job = job(ids);
      queue.submit(job);
      ledger.announce(job);
      if (!advanceTo(listing.next(walk.position()))) {
        return;
      }
      if (job.chunk() == 0) {
        expected().ifPresent(n -> ledger.expect(run, n));
      }
      last = Optional.of(job);
      ids = walk.next();
    }
    if (ids.isEmpty()) {
      ledger.listed(run, listing.chunk());
      end(last);
    }
  }

  private ThumbnailJob job(List<String> ids) {
    return new ThumbnailJob(
        request.key(),
        run,
        listing.chunk(),
        ids,
        request.options(),
        request.renewal(),
        request.priority());
  }

  private boolean advanceTo(Listing next) {
    boolean isMine = ledger.advance(run, listing, next);
    if (!isMine) {
      log.debug("another producer goes on with bulk run {}", run);
    }
    listing = next;
    return isMine;
  }

  /** Workers end runs; if they were through before all was listed, one comes back for that. */
  private void end(Optional<ThumbnailJob> last) {
    if (last.isEmpty()) {
      ledger.finish(request.key(), run);
    } else if (ledger.isComplete(run)) {
      queue.submit(last.get());
    }
  }

  private Optional<Long> expected() {
    if (request.target() instanceof BulkRequest.Target.Folder folder) {
      return store.count(folder.folder()).stream().boxed().findAny();
    }
    return Optional.of((long) ((BulkRequest.Target.Images) request.target()).ids().size());
  }

  /** The run has failed, unless another producer goes on with it. */
  void fail() {
    try {
      if (ledger.advance(run, listing, listing)) {
        ledger
            .alive(request.key(), run)
            .ifPresent(head -> ledger.move(request.key(), head, RunState.FAILED));
      }
    } catch (ThumbnailException e) {
      log.warn("nor could bulk run {} be marked as failed", run, e);
    }
  }
}
