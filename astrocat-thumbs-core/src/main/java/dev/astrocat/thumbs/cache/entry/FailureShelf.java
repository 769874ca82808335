package dev.astrocat.thumbs.cache.entry;

import dev.astrocat.thumbs.ThumbnailException;
import dev.astrocat.thumbs.ThumbnailRequest;
import dev.astrocat.thumbs.digest.Digests;
import dev.astrocat.thumbs.source.SourceVersion;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Failures in a cache, as small sealed texts, so that a broken file is tried once and not for ever.
 * One holds for the bytes, the choices and the decoders with which it was met. Thread-safe.
 */
public final class FailureShelf {

  private final EntryStore store;
  private final Freshness freshness;

  FailureShelf(EntryStore store, Freshness freshness) {
    this.store = store;
    this.freshness = freshness;
  }

  /**
   * The failure that a request for these bytes met before, to be thrown again.
   *
   * @param abilities tells limits, decoders, and what those can do that were tried
   * @throws dev.astrocat.thumbs.SourceException if one is kept, but the source is gone for certain
   * @throws dev.astrocat.thumbs.LimitException {@code CANCELLED} if the thread is interrupted
   */
  public Optional<ThumbnailException> find(
      ThumbnailRequest request, Function<List<String>, String> abilities) {
    FailureKey key = FailureKey.of(request);
    return store
        .read(key.name())
        .flatMap(Proof::check)
        .filter(text -> text.startsWith(key.head()))
        .flatMap(text -> parsed(text.substring(key.head().length())))
        .filter(note -> note.abilities().equals(Digests.sha256(abilities.apply(note.tried()))))
        .filter(note -> isFresh(request, key, note))
        .map(FailureNote::exception);
  }

  private boolean isFresh(ThumbnailRequest request, FailureKey key, FailureNote note) {
    return freshness.of(request.source(), note.version(), () -> store.modified(key.name()))
        != Freshness.Verdict.STALE;
  }

  /**
   * Keeps a failure, if trying again on the same bytes is sure to meet it again.
   *
   * @param begun when the attempt began
   * @param version version of the source that was opened
   * @param tried ids of the decoders that were given the source
   * @param abilities tells limits, decoders, and what those can do that were tried
   */
  public void store(
      Generation begun,
      ThumbnailRequest request,
      SourceVersion version,
      ThumbnailException failure,
      List<String> tried,
      Function<List<String>, String> abilities) {
    if (!FailureNote.isLasting(failure)) {
      return;
    }
    FailureKey key = FailureKey.of(request);
    FailureNote note =
        FailureNote.of(version, failure, tried, Digests.sha256(abilities.apply(tried)));
    freshness.saw(request.source(), version);
    store.publish(begun, key.name(), Proof.seal(key.head() + note.text()));
  }

  /** Forgets the failure of a request that succeeded after all. */
  public void forget(ThumbnailRequest request) {
    store.delete(FailureKey.of(request).name());
  }

  private static Optional<FailureNote> parsed(String lines) {
    try {
      return Optional.of(FailureNote.parse(lines));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // a sound checksum over a failure of another make
    }
  }
}
