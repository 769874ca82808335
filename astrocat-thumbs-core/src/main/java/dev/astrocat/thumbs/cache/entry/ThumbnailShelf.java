package dev.astrocat.thumbs.cache.entry;

import dev.astrocat.thumbs.CacheException;
import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.LimitException;
import dev.astrocat.thumbs.OutputFormat;
import dev.astrocat.thumbs.Shelved;
import dev.astrocat.thumbs.Thumbnail;
import dev.astrocat.thumbs.Thumbnail.Origin;
import dev.astrocat.thumbs.ThumbnailRequest;
import dev.astrocat.thumbs.cache.CacheStatistics;
import dev.astrocat.thumbs.cache.ThumbnailCache;
import dev.astrocat.thumbs.encode.ThumbnailEncoder;
import dev.astrocat.thumbs.source.SourceVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Thumbnails in a cache. Each entry is a picture that carries the proof of what it is; whatever
 * does not prove to be what was asked for is a miss. A cache that fails costs time, never a
 * picture. Thread-safe.
 */
public final class ThumbnailShelf {

  private final EntryStore store;
  private final Map<OutputFormat, ThumbnailEncoder> encoders;
  private final Freshness freshness;
  private final StoreWalk walk;
  private final RareWarning tooLong;

  /** A shelf over a cache; only formats that have an encoder are kept. */
  public ThumbnailShelf(ThumbnailCache cache, Map<OutputFormat, ThumbnailEncoder> encoders) {
    this(cache, encoders, System::nanoTime);
  }

  ThumbnailShelf(
      ThumbnailCache cache, Map<OutputFormat, ThumbnailEncoder> encoders, LongSupplier nanoTime) {
    store = new EntryStore(cache, nanoTime);
    this.encoders = Map.copyOf(encoders);
    freshness = new Freshness(nanoTime);
    walk = new StoreWalk(cache);
    tooLong = new RareWarning(nanoTime);
  }

  /** Tone curves in the same cache. */
  public CurveShelf curves() {
    return new CurveShelf(store);
  }

  /**
   * The thumbnail for a request whose look is resolved, if the cache has it and it is not stale.
   *
   * @throws dev.astrocat.thumbs.SourceException if there is an entry, but its source is gone for
   *     certain
   * @throws LimitException {@code CANCELLED} if the thread is interrupted
   */
  public Optional<Thumbnail> find(ThumbnailRequest request) {
    EntryKey key = EntryKey.of(request);
    Optional<ThumbnailEncoder> encoder = encoder(request);
    Optional<byte[]> bytes = encoder.isPresent() ? store.read(key.name()) : Optional.empty();
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    return Proof.check(encoder.get(), bytes.get())
        .flatMap(EntryNote::parse)
        .filter(note -> note.answers(key))
        .flatMap(note -> fresh(request, key.name(), bytes.get(), note));
  }

  /** What there is for a request whose look is resolved; throws as {@link #find}. */
  public Shelved shelved(ThumbnailRequest request) {
    if (find(request).isPresent()) {
      return Shelved.CURRENT;
    }
    boolean isWhole =
        encoder(request)
            .flatMap(
                encoder ->
                    store
                        .read(EntryKey.of(request).name())
                        .flatMap(bytes -> Proof.check(encoder, bytes)))
            .isPresent();
    return isWhole ? Shelved.STALE : Shelved.MISSING;
  }

  /**
   * Puts a rendered thumbnail into the cache, over what was there.
   *
   * @param version version of the source that it was made of
   * @return the thumbnail as it will be found, with the place where it lies; without a place if the
   *     cache could not take it
   */
  public Thumbnail store(ThumbnailRequest request, SourceVersion version, Thumbnail rendered) {
    EntryKey key = EntryKey.of(request);
    EntryNote note =
        new EntryNote(
            key.identity(),
            key.options(),
            version,
            rendered.width(),
            rendered.height(),
            rendered.report());
    Optional<byte[]> entry =
        encoder(request).flatMap(encoder -> Proof.seal(encoder, rendered.bytes(), note.text()));
    if (entry.isEmpty()) {
      tooLong.log("{} is not cached: its note does not fit into the format", key.name());
      return rendered;
    }
    freshness.saw(request.source(), version);
    Optional<String> location = store.write(key.name(), entry.get());
    return thumbnail(request, note, entry.get(), Origin.RENDERED, location);
  }

  /**
   * Number and size of the thumbnails, of whatever source, that the cache holds at the moment.
   *
   * @throws CacheException {@code CACHE_IO} if it cannot be listed
   */
  public CacheStatistics statistics() {
    try {
      return walk.statistics();
    } catch (IOException | UncheckedIOException e) {
      throw new CacheException(ErrorCode.CACHE_IO, "the thumbnail cache cannot be listed", e);
    }
  }

  private Optional<ThumbnailEncoder> encoder(ThumbnailRequest request) {
    return Optional.ofNullable(encoders.get(request.format()));
  }

  private Optional<Thumbnail> fresh(
      ThumbnailRequest request, String name, byte[] entry, EntryNote note) {
    Freshness.Verdict verdict = freshness.of(request.source(), note.version());
    if (verdict == Freshness.Verdict.STALE) {
      return Optional.empty();
    }
    Origin origin = verdict == Freshness.Verdict.CURRENT ? Origin.CACHED : Origin.CACHED_UNVERIFIED;
    return Optional.of(thumbnail(request, note, entry, origin, store.location(name)));
  }

  private static Thumbnail thumbnail(
      ThumbnailRequest request,
      EntryNote note,
      byte[] entry,
      Origin origin,
      Optional<String> location) {
    return new Thumbnail(
        entry, request.format(), note.width(), note.height(), note.report(), origin, location);
  }
}
