package dev.astrocat.thumbs;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The answer to one request. Immutable.
 *
 * @param request what was asked for, with its look and size resolved
 * @param outcome how it was answered
 * @param failure why there is no thumbnail; empty if there is one
 * @param decoder id of the decoder, as far as it came
 * @param sourceBytes size of the source; 0 if it was not opened for this request
 * @param thumbnailBytes size of the thumbnail; 0 if there is none
 * @param stages how long the finished stages took, for all sizes and formats of the call together;
 *     empty if nothing was made for this request
 */
public record ThumbnailEvent(
    ThumbnailRequest request,
    Outcome outcome,
    Optional<ThumbnailException> failure,
    Optional<String> decoder,
    long sourceBytes,
    long thumbnailBytes,
    Map<Stage, Duration> stages) {

  /** Copies the stages. */
  public ThumbnailEvent {
    stages = Map.copyOf(stages);
  }

  /** Why there is no thumbnail, in one word; empty if there is one. */
  public Optional<ErrorCode> code() {
    return failure.map(ThumbnailException::code);
  }

  /** How a request was answered. */
  public enum Outcome {
    /** Made for this request. */
    RENDERED,
    /** Found in the cache. */
    CACHED,
    /** Found in the cache, while the source could not be reached to compare. */
    CACHED_UNVERIFIED,
    /** The thumbnail, or the failure, of an equal request at the same time. */
    SHARED,
    /** There is none. */
    FAILED,
    /** There is none, since the same bytes could not be decoded before. */
    FAILED_BEFORE
  }
}
