package dev.astrocat.thumbs;

import dev.astrocat.thumbs.ThumbnailEvent.Outcome;
import dev.astrocat.thumbs.corridor.Attempt;
import dev.astrocat.thumbs.corridor.GuardedListener;
import java.util.Map;
import java.util.Optional;

/** Tells a listener of answers. Thread-safe. */
final class Answers {

  private final GuardedListener listener;

  Answers(ThumbnailListener listener) {
    this.listener = new GuardedListener(listener);
  }

  /** A thumbnail that nothing was made for. */
  void found(ThumbnailRequest request, Thumbnail thumbnail) {
    thumbnail(
        request,
        thumbnail.origin() == Thumbnail.Origin.CACHED ? Outcome.CACHED : Outcome.CACHED_UNVERIFIED,
        thumbnail);
  }

  void shared(ThumbnailRequest request, Thumbnail thumbnail) {
    thumbnail(request, Outcome.SHARED, thumbnail);
  }

  private void thumbnail(ThumbnailRequest request, Outcome outcome, Thumbnail thumbnail) {
    listener.answered(
        new ThumbnailEvent(
            request,
            outcome,
            Optional.empty(),
            Optional.of(thumbnail.report().decoder()),
            0,
            thumbnail.bytes().length,
            Map.of()));
  }

  void made(ThumbnailRequest request, Thumbnail thumbnail, Attempt attempt) {
    listener.answered(
        new ThumbnailEvent(
            request,
            Outcome.RENDERED,
            Optional.empty(),
            Optional.of(thumbnail.report().decoder()),
            attempt.sourceBytes(),
            thumbnail.bytes().length,
            attempt.stages()));
  }

  /** A failure of an attempt. */
  void failed(ThumbnailRequest request, ThumbnailException failure, Attempt attempt) {
    listener.answered(
        new ThumbnailEvent(
            request,
            failure.isRemembered() ? Outcome.FAILED_BEFORE : Outcome.FAILED,
            Optional.of(failure),
            attempt.tried().stream().reduce((first, last) -> last),
            attempt.sourceBytes(),
            0,
            attempt.stages()));
  }

  void sharedFailure(ThumbnailRequest request, ThumbnailException failure) {
    listener.answered(
        new ThumbnailEvent(
            request, Outcome.SHARED, Optional.of(failure), Optional.empty(), 0, 0, Map.of()));
  }
}
