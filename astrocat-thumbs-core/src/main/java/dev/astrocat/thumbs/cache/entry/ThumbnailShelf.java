package dev.astrocat.thumbs.cache.entry;

import dev.astrocat.thumbs.CacheException;
import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.LimitException;
import dev.astrocat.thumbs.OutputFormat;
import dev.astrocat.thumbs.Shelved;
import dev.astrocat.thumbs.SourceException;
import dev.astrocat.thumbs.Thumbnail;
import dev.astrocat.thumbs.Thumbnail.Origin;
import dev.astrocat.thumbs.ThumbnailRequest;
import dev.astrocat.thumbs.cache.CacheLimits;
import dev.astrocat.thumbs.cache.CacheStatistics;
import dev.astrocat.thumbs.cache.OrphanReport;
import dev.astrocat.thumbs.cache.ThumbnailCache;
import dev.astrocat.thumbs.encode.ThumbnailEncoder;
import dev.astrocat.thumbs.source.ImageSource;
import dev.astrocat.thumbs.source.SourceVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Thumbnails in a cache. Each entry is a picture that carries the proof of what it is; whatever
 * does not prove to be what was asked for is a miss. A cache that fails costs time, never a
 * picture. Thread-safe.
 */
public final class ThumbnailShelf {

  private static final String LISTING = "the thumbnail cache cannot be listed";

  private final EntryStore store;
  private final Map<OutputFormat, ThumbnailEncoder> encoders;
  private final Freshness freshness;
  private final StoreWalk walk;
  private final Optional<Touches> touches;
  private final Clearing clearing;
  private final Orphans orphans;
  private final FailureShelf failures;
  private final RareWarning tooLong;

  /** A shelf over a cache with the limits that caches have by default. */
  public ThumbnailShelf(ThumbnailCache cache, Map<OutputFormat, ThumbnailEncoder> encoders) {
    this(cache, CacheLimits.defaults(), encoders);
  }

  /** A shelf over a cache; only formats that have an encoder are kept. */
  public ThumbnailShelf(
      ThumbnailCache cache, CacheLimits limits, Map<OutputFormat, ThumbnailEncoder> encoders) {
    this(cache, limits, encoders, System::nanoTime);
  }

  ThumbnailShelf(
      ThumbnailCache cache,
      CacheLimits limits,
      Map<OutputFormat, ThumbnailEncoder> encoders,
      LongSupplier nanoTime) {
    store = new EntryStore(cache, limits, nanoTime);
    touches = limits.maxBytes().stream().mapToObj(max -> new Touches(cache, nanoTime)).findAny();
    this.encoders = Map.copyOf(encoders);
    freshness = new Freshness(nanoTime);
    walk = new StoreWalk(cache);
    orphans = new Orphans(cache);
    failures = new FailureShelf(store, freshness);
    clearing = new Clearing(cache, store.generations());
    tooLong = new RareWarning(nanoTime);
  }

  /** Tone curves in the same cache. */
  public CurveShelf curves() {
    return new CurveShelf(store);
  }

  /** Remembered failures in the same cache. */
  public FailureShelf failures() {
    return failures;
  }

  /**
   * The thumbnail for a request whose look is resolved, if the cache has it and it is not stale.
   *
   * @throws SourceException if there is an entry, but its source is gone for certain
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

  /** The state of the cache, to be taken before a source is opened. */
  public Generation generation() {
    return store.generations().current();
  }

  /**
   * What there is for a request whose look is resolved; throws as {@link #find}.
   *
   * @param abilities tells limits, decoders, and what those can do that were tried
   */
  public Shelved shelved(ThumbnailRequest request, Function<List<String>, String> abilities) {
    if (find(request).isPresent()) {
      return Shelved.CURRENT;
    }
    if (failures.find(request, abilities).isPresent()) {
      return Shelved.FAILED;
    }
    return isWhole(request) ? Shelved.STALE : Shelved.MISSING;
  }

  private boolean isWhole(ThumbnailRequest request) {
    return encoder(request)
        .flatMap(
            encoder ->
                store.read(EntryName.of(request)).flatMap(bytes -> Proof.check(encoder, bytes)))
        .isPresent();
  }

  /**
   * Puts a rendered thumbnail into the cache, over what was there, unless the cache was cleared
   * since.
   *
   * @param begun when its making began
   * @param version version of the source that it was made of
   * @return the thumbnail as it will be found, with the place where it lies; without a place if the
   *     cache could not take it
   */
  public Thumbnail store(
      Generation begun, ThumbnailRequest request, SourceVersion version, Thumbnail rendered) {
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
    Optional<String> location = store.publish(begun, key.name(), entry.get());
    return thumbnail(request, note, entry.get(), Origin.RENDERED, location);
  }

  /**
   * Number and size of the thumbnails, of whatever source, that the cache holds at the moment.
   *
   * @throws CacheException {@code CACHE_IO} if it cannot be listed
   */
  public CacheStatistics statistics() {
    return cacheWork(LISTING, walk::statistics);
  }

  /**
   * Deletes thumbnails and remembered failures, and sees to it that none that is being made now is
   * kept. Safe to repeat.
   *
   * @return how many entries were deleted
   * @throws CacheException {@code CACHE_IO} if something is left
   */
  public long clear() {
    return cacheWork("the thumbnail cache could not be cleared", clearing::clear);
  }

  /**
   * Looks for entries of none of these sources, or whose source is gone.
   *
   * @throws CacheException {@code CACHE_IO} if the cache cannot be listed
   */
  public OrphanReport orphans(Iterator<ImageSource> sources) {
    return cacheWork(LISTING, () -> orphans.find(sources, Instant.now()));
  }

  /**
   * Deletes what was found, unless it changed since.
   *
   * @return how many entries were deleted
   * @throws CacheException {@code CACHE_IO} if some are left
   */
  public long delete(OrphanReport report) {
    return cacheWork("orphans could not be deleted", () -> orphans.delete(report));
  }

  private static <T> T cacheWork(String failure, CacheWork<T> work) {
    try {
      return work.run();
    } catch (IOException e) {
      throw failed(failure, e);
    } catch (UncheckedIOException e) {
      throw failed(failure, Objects.requireNonNull(e.getCause()));
    }
  }

  private static CacheException failed(String what, IOException e) {
    return new CacheException(ErrorCode.CACHE_IO, what + ": " + SourceException.reason(e), e);
  }

  /** Work on the whole cache. */
  @FunctionalInterface
  private interface CacheWork<T> {
    T run() throws IOException;
  }

  private Optional<ThumbnailEncoder> encoder(ThumbnailRequest request) {
    return Optional.ofNullable(encoders.get(request.format()));
  }

  private Optional<Thumbnail> fresh(
      ThumbnailRequest request, String name, byte[] entry, EntryNote note) {
    Freshness.Verdict verdict =
        freshness.of(request.source(), note.version(), () -> store.modified(name));
    if (verdict == Freshness.Verdict.STALE) {
      return Optional.empty();
    }
    touches.ifPresent(t -> t.used(name));
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
