package dev.astrocat.thumbs.host;

import dev.astrocat.thumbs.corridor.HostCall;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * What is written about runs into a progress store: under the documented key the run, its state and
 * a summary for other readers; under the run's own key a field for each chunk. Thread-safe.
 */
final class RunLedger {

  private final ProgressStore store;
  private final InstantSource clock;

  RunLedger(ProgressStore store, InstantSource clock) {
    this.store = new GuardedProgressStore(store);
    this.clock = clock;
  }

  Optional<RunHead> head(String key) {
    return head(store.read(key));
  }

  /** The head of that run, if the key still is the run's and it has not ended. */
  Optional<RunHead> alive(String key, String run) {
    return head(key).filter(head -> head.run().equals(run) && !head.state().isEnd());
  }

  private static Optional<RunHead> head(Map<String, String> fields) {
    return HostCall.run("reading a run's progress", () -> RunHead.of(fields));
  }

  RunSums sums(String run) {
    Map<String, String> fields = store.read(ProgressKeys.chunks(run));
    return HostCall.run("reading a run's progress", () -> RunSums.of(fields));
  }

  /** Changes the state; does nothing if somebody else has changed it since it was read. */
  boolean move(String key, RunHead head, RunState to) {
    boolean moved =
        store.replace(key, RunHead.FIELD, Optional.of(head.text()), head.with(to).text());
    if (moved) {
      publish(key, head.run());
    }
    return moved;
  }

  /** As many images are going to be listed, more or less. */
  void expect(String run, long images) {
    store.write(ProgressKeys.chunks(run), Map.of(RunSums.EXPECTED, String.valueOf(images)));
  }

  /** Names a chunk whose job is queued, unless a worker has it already. */
  void announce(ThumbnailJob job) {
    ChunkState queued = new ChunkState(ChunkMarks.queued(job.images().size()));
    replaceChunk(job, Optional.empty(), queued.text());
  }

  Optional<String> chunk(ThumbnailJob job) {
    Map<String, String> chunks = store.read(ProgressKeys.chunks(job.run()));
    return Optional.ofNullable(chunks.get(String.valueOf(job.chunk())));
  }

  boolean replaceChunk(ThumbnailJob job, Optional<String> expected, String text) {
    return store.replace(
        ProgressKeys.chunks(job.run()), String.valueOf(job.chunk()), expected, text);
  }

  /** All chunks are queued, so many. */
  void listed(String run, int chunks) {
    store.write(ProgressKeys.chunks(run), Map.of(RunSums.CHUNKS, String.valueOf(chunks)));
  }

  /**
   * Writes down how far the list has been queued.
   *
   * @return false if another producer goes on with it
   */
  boolean advance(String run, Listing from, Listing to) {
    String key = ProgressKeys.chunks(run);
    store.write(key, Map.of(RunSums.UPDATED, String.valueOf(clock.millis())));
    return store.replace(key, Listing.FIELD, Optional.of(from.text()), to.text());
  }

  /** Whether all images of the run are dealt with. */
  boolean isComplete(String run) {
    return sums(run).isComplete();
  }

  /**
   * Ends the run if all its images are dealt with.
   *
   * @return whether this call has ended it
   */
  boolean finish(String key, String run) {
    RunSums sums = sums(run);
    Optional<RunHead> head = alive(key, run);
    while (sums.isComplete() && head.isPresent()) {
      if (move(key, head.get(), sums.end())) {
        return true;
      }
      head = alive(key, run);
    }
    return false;
  }

  Optional<BulkProgress> progress(String key) {
    return head(key).map(head -> progress(key, head));
  }

  private BulkProgress progress(String key, RunHead head) {
    RunSums sums = sums(head.run());
    return new BulkProgress(
        key,
        head.run(),
        sums.about(),
        sums.state(head.state(), clock.instant()),
        sums.counts(),
        sums.started(),
        sums.updated());
  }

  /** Says that the run is alive, and writes the documented fields anew. */
  void publish(String key, String run) {
    store.write(ProgressKeys.chunks(run), Map.of(RunSums.UPDATED, String.valueOf(clock.millis())));
    Optional<RunHead> head = head(key);
    while (head.isPresent() && head.get().run().equals(run)) {
      RunHead written = head.get();
      store.write(key, progress(key, written).fields());
      head = head(key);
      // Another may have ended the run in between, and have written its summary before this one.
      if (head.isPresent() && head.get().equals(written)) {
        return;
      }
    }
  }
}
