package dev.astrocat.thumbs.host;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.ThumbnailException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** One worker's way through one chunk. One thread at a time. */
final class ChunkWork {

  /**
   * Not {@code Gone}: a queue that delivered its only copy of the job twice would forget it, and
   * with it the chunk if that other worker dies.
   */
  private static final JobOutcome TAKEN =
      new JobOutcome.Later(Duration.ofSeconds(30), "another worker has taken the chunk");

  /** What says nothing about an image: its decode was not begun, or not left to end. */
  private static final Set<ErrorCode> NOT_YET =
      EnumSet.of(ErrorCode.BUSY, ErrorCode.CANCELLED, ErrorCode.CLOSED);

  private final ThumbnailJob job;
  private final RunLedger ledger;
  private final ImageWork images;
  private final Admission admission;

  ChunkWork(ThumbnailJob job, RunLedger ledger, ImageWork images, Admission admission) {
    this.job = job;
    this.ledger = ledger;
    this.images = images;
    this.admission = admission;
  }

  JobOutcome run() {
    ChunkClaim claim = ChunkClaim.take(job, ledger);
    try {
      JobOutcome outcome = through(claim);
      return claim.release() ? outcome : TAKEN;
    } catch (ThumbnailException e) {
      claim.releaseQuietly();
      throw e;
    }
  }

  private JobOutcome through(ChunkClaim claim) {
    for (int image = 0; image < job.images().size(); image++) {
      if (claim.state().marks.isOpen(image)) {
        Optional<JobOutcome> stop = step(claim, image);
        if (stop.isPresent()) {
          return stop.get();
        }
      }
    }
    return end(claim);
  }

  /** What is still open has failed in a way that may pass. */
  private JobOutcome end(ChunkClaim claim) {
    ChunkState state = claim.state();
    if (!state.isComplete()) {
      Optional<Duration> delay = RetryDelay.after(state.nextRound());
      if (delay.isPresent()) {
        state.marks.replaceAll(ChunkMarks.WAITING, ChunkMarks.QUEUED);
        return new JobOutcome.Later(delay.get(), "errors that may pass");
      }
      state.marks.replaceAll(ChunkMarks.WAITING, ChunkMarks.FAILED);
    }
    return new JobOutcome.Done(
        state.marks.count(ChunkMarks.DONE),
        state.marks.count(ChunkMarks.FAILED),
        state.marks.count(ChunkMarks.SKIPPED));
  }

  private Optional<JobOutcome> step(ChunkClaim claim, int image) {
    Optional<RunHead> head = ledger.alive(job.key(), job.run());
    if (head.isEmpty()) {
      return Optional.of(new JobOutcome.Gone("run " + job.run() + " has ended"));
    }
    if (head.get().state() == RunState.PAUSED) {
      return Optional.of(new JobOutcome.Later(Duration.ofSeconds(1), "paused"));
    }
    Optional<ImageRecord> found = images.store().find(job.images().get(image));
    if (found.isEmpty()) {
      claim.state().marks.set(image, ChunkMarks.SKIPPED);
      return Optional.empty();
    }
    Optional<Admission.Permit> permit = admission.admit(job, found.get());
    if (permit.isEmpty()) {
      return Optional.of(new JobOutcome.Later(Duration.ZERO, "others go first"));
    }
    try {
      return make(claim, image, found.get());
    } finally {
      permit.get().close();
    }
  }

  private Optional<JobOutcome> make(ChunkClaim claim, int image, ImageRecord record) {
    ChunkState state = claim.state();
    state.marks.set(image, ChunkMarks.RUNNING);
    if (!claim.save()) {
      return Optional.of(TAKEN);
    }
    try {
      OptionalLong made = images.renew(job, record);
      made.ifPresentOrElse(
          bytes -> state.done(image, bytes), () -> state.marks.set(image, ChunkMarks.SKIPPED));
    } catch (ThumbnailException e) {
      if (e.code() == ErrorCode.HOST_FAILURE) {
        throw e;
      }
      if (NOT_YET.contains(e.code())) {
        return Optional.of(new JobOutcome.Later(Duration.ZERO, "not yet: " + e.code()));
      }
      state.error(e.code().name());
      state.marks.set(image, e.isTransient() ? ChunkMarks.WAITING : ChunkMarks.FAILED);
    }
    return Optional.empty();
  }
}
