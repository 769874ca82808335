package dev.astrocat.thumbs;

import dev.astrocat.thumbs.cache.CacheStatistics;
import dev.astrocat.thumbs.cache.ThumbnailCache;
import dev.astrocat.thumbs.cache.entry.EntryKey;
import dev.astrocat.thumbs.cache.entry.SingleFlight;
import dev.astrocat.thumbs.cache.entry.ThumbnailShelf;
import dev.astrocat.thumbs.corridor.Corridor;
import dev.astrocat.thumbs.corridor.GuardedCache;
import dev.astrocat.thumbs.corridor.OwnedDecoders;
import dev.astrocat.thumbs.corridor.Parts;
import dev.astrocat.thumbs.corridor.Rendering;
import dev.astrocat.thumbs.decode.Availability;
import dev.astrocat.thumbs.source.ImageSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes thumbnails of astronomical images, and keeps them when it has a cache. Thread-safe; make
 * one and share it.
 *
 * <pre>{@code
 * try (ThumbnailGenerator thumbnails = ThumbnailGenerator.create()) {
 *   Thumbnail picture = thumbnails.generate(Path.of("m31.fits"));
 * }
 * }</pre>
 */
public final class ThumbnailGenerator implements AutoCloseable {

  private final Corridor corridor;
  private final Look look;
  private final Optional<ThumbnailShelf> shelf;
  private final OwnedDecoders owned;
  private final SingleFlight<EntryKey, Thumbnail> flights = new SingleFlight<>();

  ThumbnailGenerator(Parts parts, Look look, Optional<ThumbnailCache> cache, OwnedDecoders owned) {
    this.owned = owned;
    this.corridor = new Corridor(parts);
    this.look = look;
    this.shelf = cache.map(c -> new ThumbnailShelf(new GuardedCache(c), parts.encoders()));
  }

  /** A generator with the decoders, stretches and encoders that are found, and without a cache. */
  public static ThumbnailGenerator create() {
    return builder().build();
  }

  /** A generator to be put together. */
  public static ThumbnailGeneratorBuilder builder() {
    return new ThumbnailGeneratorBuilder();
  }

  /**
   * A thumbnail of a file, 800 px, JPEG.
   *
   * @throws ThumbnailException see {@link #generate(ThumbnailRequest)}
   */
  public Thumbnail generate(Path file) {
    return generate(ThumbnailRequest.of(file));
  }

  /**
   * The wanted thumbnail: from the cache if it holds one of the source's present bytes, else made
   * now and stored. Blocks until it is there; concurrent calls for one thumbnail decode once.
   *
   * @throws ThumbnailException with the {@link ErrorCode} that says why there is none; a cache that
   *     cannot be written is logged and not an error
   */
  public Thumbnail generate(ThumbnailRequest request) {
    ThumbnailRequest resolved = resolved(request);
    return found(resolved)
        .orElseGet(() -> flights.run(EntryKey.of(resolved), () -> foundOrMade(resolved)));
  }

  /**
   * The wanted thumbnail if the cache holds one of the source's present bytes; empty if it would
   * have to be made. Reads the cache and asks for the source's version, but never decodes, so a
   * host may answer with it before it queues for {@link #generate(ThumbnailRequest)}.
   *
   * @throws SourceException {@code SOURCE_NOT_FOUND} if there is one, but its source is gone for
   *     certain
   * @throws LimitException {@code CANCELLED} if the thread is interrupted
   */
  public Optional<Thumbnail> cached(ThumbnailRequest request) {
    return found(resolved(request));
  }

  private ThumbnailRequest resolved(ThumbnailRequest request) {
    return request.look(request.look().orElse(look));
  }

  private Optional<Thumbnail> found(ThumbnailRequest request) {
    return shelf.flatMap(s -> s.find(request));
  }

  /** Looks again: an equal request may have been served between the first look and now. */
  private Thumbnail foundOrMade(ThumbnailRequest request) {
    return found(request).orElseGet(() -> made(request));
  }

  private Thumbnail made(ThumbnailRequest request) {
    Rendering rendering = corridor.make(request);
    return shelf
        .map(s -> s.store(request, rendering.version(), rendering.thumbnail()))
        .orElse(rendering.thumbnail());
  }

  /**
   * Number and size of the thumbnails in the cache; nothing of both without a cache.
   *
   * @throws CacheException {@code CACHE_IO} if it cannot be listed
   */
  public CacheStatistics cacheStatistics() {
    return shelf.map(ThumbnailShelf::statistics).orElse(CacheStatistics.NONE);
  }

  /**
   * Whether a decoder claims the source, by its content or its name. Blocks; reads at most 64 KiB
   * of a file, and all of a stream.
   *
   * @throws ThumbnailException if the source cannot be opened or read
   */
  public boolean recognises(ImageSource source) {
    return corridor.recognises(source);
  }

  /** Ids of the decoders, sorted. */
  public List<String> decoderIds() {
    return corridor.parts().decoders().ids();
  }

  /**
   * What each decoder can do on this machine, by id, sorted. May block for a moment when a native
   * library or process is tried for the first time.
   */
  public Map<String, Availability> availability() {
    return corridor.parts().decoders().availability();
  }

  /** Ids of the stretch strategies, sorted. */
  public List<String> stretchIds() {
    return List.copyOf(corridor.parts().stretches().keySet());
  }

  /**
   * Formats that can be written on this machine, in the order of their constants. May block for a
   * moment when a native library is tried for the first time.
   */
  public List<OutputFormat> outputFormats() {
    return corridor.parts().outputFormats();
  }

  /**
   * Releases what the generator holds. Decoders that it found itself and that hold processes are
   * closed; those that it was given are left to who gave them.
   */
  @Override
  public void close() {
    owned.close();
  }
}
