package dev.astrocat.thumbs;

import java.util.Optional;

/**
 * What became of one of many requests: a thumbnail or a failure. Immutable.
 *
 * @param request what was asked for
 * @param thumbnail the thumbnail; empty if there is a failure
 * @param failure why there is none
 */
public record ThumbnailResult(
    ThumbnailRequest request, Optional<Thumbnail> thumbnail, Optional<ThumbnailException> failure) {

  /** Checks that there is one of both. */
  public ThumbnailResult {
    if (thumbnail.isPresent() == failure.isPresent()) {
      throw new IllegalArgumentException("a result is a thumbnail or a failure");
    }
  }

  static ThumbnailResult of(ThumbnailRequest request, Thumbnail thumbnail) {
    return new ThumbnailResult(request, Optional.of(thumbnail), Optional.empty());
  }

  static ThumbnailResult of(ThumbnailRequest request, ThumbnailException failure) {
    return new ThumbnailResult(request, Optional.empty(), Optional.of(failure));
  }

  /**
   * The thumbnail.
   *
   * @throws ThumbnailException the failure
   */
  public Thumbnail orThrow() {
    if (failure.isPresent()) {
      throw failure.get();
    }
    return thumbnail.orElseThrow();
  }
}
