package dev.astrocat.thumbs.host;

import dev.astrocat.thumbs.ThumbnailException;
import dev.astrocat.thumbs.corridor.HostCall;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A chunk in the hands of one worker. Each save replaces exactly what was saved before; so when
 * another worker has taken the chunk, since this one was thought dead, saving fails and this one
 * stops. One thread at a time.
 */
final class ChunkClaim {

  private static final Logger log = LoggerFactory.getLogger(ChunkClaim.class);
  private static final long SAVE_NANOS = Duration.ofMillis(200).toNanos();
  private static final long PUBLISH_NANOS = Duration.ofSeconds(1).toNanos();

  private final ThumbnailJob job;
  private final RunLedger ledger;
  private final ChunkState state;
  private String saved;
  private String publishedMarks;
  private long savedAt = System.nanoTime() - SAVE_NANOS;
  private long publishedAt = System.nanoTime();

  private ChunkClaim(
      ThumbnailJob job, RunLedger ledger, ChunkState state, String saved, String publishedMarks) {
    this.job = job;
    this.ledger = ledger;
    this.state = state;
    this.saved = saved;
    this.publishedMarks = publishedMarks;
  }

  /** Takes the chunk, from whomever. */
  static ChunkClaim take(ThumbnailJob job, RunLedger ledger) {
    while (true) {
      Optional<String> present = ledger.chunk(job);
      ChunkState state = state(job, present);
      String marks = state.marks.text();
      state.take();
      String mine = state.text();
      if (ledger.replaceChunk(job, present, mine)) {
        return new ChunkClaim(job, ledger, state, mine, marks);
      }
    }
  }

  /** A chunk that was listed twice may have other images the second time, and starts anew. */
  private static ChunkState state(ThumbnailJob job, Optional<String> text) {
    return text.map(t -> HostCall.run("reading a run's progress", () -> ChunkState.parse(t)))
        .filter(state -> state.marks.size() == job.images().size())
        .orElseGet(() -> new ChunkState(ChunkMarks.queued(job.images().size())));
  }

  ChunkState state() {
    return state;
  }

  /** Tells of the state if that was not done just now; false if another one has the chunk. */
  boolean save() {
    long now = System.nanoTime();
    if (now - savedAt < SAVE_NANOS) {
      return true;
    }
    savedAt = now;
    return saveNow(now);
  }

  private boolean saveNow(long now) {
    String text = state.text();
    if (!ledger.replaceChunk(job, Optional.of(saved), text)) {
      return false;
    }
    saved = text;
    if (now - publishedAt > PUBLISH_NANOS) {
      publish(now);
    }
    return true;
  }

  /** Sums up a whole run, which a job that is only taken and given back is not worth. */
  private void publish(long now) {
    publishedAt = now;
    String marks = state.marks.text();
    if (!marks.equals(publishedMarks)) {
      publishedMarks = marks;
      ledger.publish(job.key(), job.run());
    }
  }

  /** Lets go of the chunk, with what is open queued; false if another one has it. */
  boolean release() {
    long now = System.nanoTime();
    state.marks.requeueRunning();
    boolean isMine = saveNow(now);
    if (isMine) {
      publish(now);
    }
    return isMine;
  }

  /** The same while something else has gone wrong. */
  void releaseQuietly() {
    try {
      release();
    } catch (ThumbnailException e) {
      log.debug("chunk {} of run {} stays taken", job.chunk(), job.run(), e);
    }
  }
}
