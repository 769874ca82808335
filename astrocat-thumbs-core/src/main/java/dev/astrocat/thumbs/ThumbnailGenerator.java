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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
  private final NamedSizes sizes;
  private final Optional<ThumbnailShelf> shelf;
  private final OwnedDecoders owned;
  private final SingleFlight<EntryKey, Thumbnail> flights = new SingleFlight<>();

  ThumbnailGenerator(
      Parts parts,
      Look look,
      NamedSizes sizes,
      Optional<ThumbnailCache> cache,
      OwnedDecoders owned) {
    this.owned = owned;
    this.look = look;
    this.sizes = sizes;
    this.shelf = cache.map(c -> new ThumbnailShelf(new GuardedCache(c), parts.encoders()));
    this.corridor = new Corridor(parts, shelf.map(ThumbnailShelf::curves));
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
   * A thumbnail of a file: JPEG, of {@link NamedSize#PAGE}, which is 800 px by default.
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
    return generateAll(List.of(request)).get(0);
  }

  /**
   * Several sizes and formats of one picture, which is decoded, measured and read but once for all
   * that the cache does not hold. Each is the same, byte for byte, as {@link
   * #generate(ThumbnailRequest)} gives it, and is kept as an entry of its own. Blocks.
   *
   * <pre>{@code
   * ThumbnailRequest m31 = ThumbnailRequest.of(Path.of("m31.fits"));
   * thumbnails.generateAll(List.of(m31.size(NamedSize.GRID), m31.size(NamedSize.PAGE)));
   * }</pre>
   *
   * @param requests made of one request by changing size and format alone
   * @return thumbnails in the order of the requests
   * @throws IllegalArgumentException if the requests differ in more than size and format
   * @throws ThumbnailException as {@link #generate(ThumbnailRequest)}; if one cannot be made, none
   *     is given
   */
  public List<Thumbnail> generateAll(List<ThumbnailRequest> requests) {
    requests.forEach(request -> requireSamePicture(requests.get(0), request));
    List<ThumbnailRequest> resolved = requests.stream().map(this::resolved).toList();
    Map<EntryKey, Thumbnail> thumbnails = new HashMap<>();
    Map<EntryKey, ThumbnailRequest> missing = new LinkedHashMap<>();
    for (ThumbnailRequest request : resolved) {
      EntryKey key = EntryKey.of(request);
      found(request).ifPresentOrElse(t -> thumbnails.put(key, t), () -> missing.put(key, request));
    }
    thumbnails.putAll(flights.run(missing, this::foundOrMade));
    return resolved.stream()
        .map(request -> Objects.requireNonNull(thumbnails.get(EntryKey.of(request))))
        .toList();
  }

  private static void requireSamePicture(ThumbnailRequest one, ThumbnailRequest other) {
    if (!other.size(one.size()).format(one.format()).equals(one.size(one.size()))) {
      throw new IllegalArgumentException("requests that differ in more than size and format");
    }
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

  /**
   * The wanted thumbnail, made now whatever the cache holds, and stored over it.
   *
   * @throws ThumbnailException see {@link #generate(ThumbnailRequest)}
   */
  public Thumbnail regenerate(ThumbnailRequest request) {
    ThumbnailRequest resolved = resolved(request);
    return kept(resolved, corridor.make(List.of(resolved)).get(0));
  }

  /**
   * What the cache holds for a request; {@code MISSING} without a cache. Asks for the source's
   * version, but never decodes.
   *
   * @throws SourceException {@code SOURCE_NOT_FOUND} if there is a thumbnail, but its source is
   *     gone for certain
   * @throws LimitException {@code CANCELLED} if the thread is interrupted
   */
  public Shelved shelved(ThumbnailRequest request) {
    return shelf.map(s -> s.shelved(resolved(request))).orElse(Shelved.MISSING);
  }

  private ThumbnailRequest resolved(ThumbnailRequest request) {
    int pixels = request.namedSize().map(sizes::of).orElse(request.size());
    return request.look(request.look().orElse(look)).size(pixels);
  }

  private Optional<Thumbnail> found(ThumbnailRequest request) {
    return shelf.flatMap(s -> s.find(request));
  }

  /** Looks again: an equal request may have been served between the first look and now. */
  private Map<EntryKey, Thumbnail> foundOrMade(Map<EntryKey, ThumbnailRequest> requests) {
    Map<EntryKey, Thumbnail> thumbnails = new HashMap<>();
    List<ThumbnailRequest> missing = new ArrayList<>();
    requests.forEach(
        (key, request) ->
            found(request)
                .ifPresentOrElse(t -> thumbnails.put(key, t), () -> missing.add(request)));
    if (!missing.isEmpty()) {
      List<Rendering> renderings = corridor.make(missing);
      for (int i = 0; i < missing.size(); i++) {
        thumbnails.put(EntryKey.of(missing.get(i)), kept(missing.get(i), renderings.get(i)));
      }
    }
    return thumbnails;
  }

  private Thumbnail kept(ThumbnailRequest request, Rendering rendering) {
    return shelf
        .map(s -> s.store(request, rendering.version(), rendering.thumbnail()))
        .orElse(rendering.thumbnail())
        .withDecision(rendering.curve());
  }

  /** How many pixels each named size has. */
  public NamedSizes sizes() {
    return sizes;
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
