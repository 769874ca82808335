package dev.astrocat.thumbs;

import dev.astrocat.thumbs.cache.CacheStatistics;
import dev.astrocat.thumbs.cache.Cleared;
import dev.astrocat.thumbs.cache.OrphanReport;
import dev.astrocat.thumbs.cache.entry.ThumbnailShelf;
import dev.astrocat.thumbs.corridor.Corridor;
import dev.astrocat.thumbs.corridor.HostCall;
import dev.astrocat.thumbs.corridor.OwnedDecoders;
import dev.astrocat.thumbs.corridor.Parts;
import dev.astrocat.thumbs.decode.Availability;
import dev.astrocat.thumbs.host.ImageStore;
import dev.astrocat.thumbs.host.SystemStats;
import dev.astrocat.thumbs.source.ImageSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

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
  private final PlateSolved plateSolved;
  private final NamedSizes sizes;
  private final Optional<ThumbnailShelf> shelf;
  private final OwnedDecoders owned;
  private final ThumbnailDesk desk;

  ThumbnailGenerator(
      Parts parts,
      Look look,
      PlateSolved plateSolved,
      NamedSizes sizes,
      Optional<ThumbnailShelf> shelf,
      ThumbnailListener listener,
      OwnedDecoders owned) {
    this.owned = owned;
    this.look = look;
    this.plateSolved = plateSolved;
    this.sizes = sizes;
    this.shelf = shelf;
    this.corridor = new Corridor(parts, shelf.map(ThumbnailShelf::curves));
    this.desk = new ThumbnailDesk(corridor, shelf, listener);
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
   * <p>A file that could not be decoded fails at once when it is asked for again, as long as
   * neither its bytes nor the decoders change; {@link ThumbnailException#isRemembered()} tells, and
   * {@link Reuse} how to try again.
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
    return desk.thumbnails(requests.stream().map(this::resolved).toList());
  }

  private static void requireSamePicture(ThumbnailRequest one, ThumbnailRequest other) {
    if (!other.size(one.size()).format(one.format()).equals(one.size(one.size()))) {
      throw new IllegalArgumentException("requests that differ in more than size and format");
    }
  }

  /**
   * The wanted thumbnail if the cache holds one of the source's present bytes; empty if it would
   * have to be made. Reads the cache and asks for the source's version, but never decodes, so a
   * host may answer with it, or with the failure, before it queues for {@link
   * #generate(ThumbnailRequest)}.
   *
   * @throws ThumbnailException the remembered failure, if these bytes could not be decoded before
   *     and the request's {@link Reuse} is {@code ALL}
   * @throws SourceException {@code SOURCE_NOT_FOUND} if there is one, but its source is gone for
   *     certain
   * @throws LimitException {@code CANCELLED} if the thread is interrupted
   */
  public Optional<Thumbnail> cached(ThumbnailRequest request) {
    return desk.cached(resolved(request));
  }

  /**
   * What the cache holds for a request, whatever its {@link Reuse}; {@code MISSING} without a
   * cache. Asks for the source's version, but never decodes.
   *
   * @throws SourceException {@code SOURCE_NOT_FOUND} if there is a thumbnail or a failure, but its
   *     source is gone for certain
   * @throws LimitException {@code CANCELLED} if the thread is interrupted
   */
  public Shelved shelved(ThumbnailRequest request) {
    return desk.shelved(resolved(request));
  }

  private ThumbnailRequest resolved(ThumbnailRequest request) {
    int pixels = request.namedSize().map(sizes::of).orElse(request.size());
    return request
        .look(request.look().orElse(look))
        .plateSolved(request.plateSolved().orElse(plateSolved))
        .size(pixels);
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
   * Deletes all thumbnails of the cache, of whatever source, and forgets what could not be decoded.
   * Tone curves stay, and so does whatever else lies beside them. A thumbnail that is being made
   * meanwhile, in whatever process, reaches its caller but is not kept. Safe to repeat.
   *
   * @return how many entries were deleted
   * @throws CacheException {@code CACHE_IO} if some are left
   */
  public long clearCache() {
    return shelf.map(ThumbnailShelf::clear).orElse(0L);
  }

  /**
   * Clears the cache, then the store's locations of thumbnails, then saves the statistics of the
   * cleared cache: in this order, so that an interruption at any point is healed by doing it again.
   *
   * @throws CacheException {@code CACHE_IO} if entries are left; the store is not touched then
   * @throws HostException {@code HOST_FAILURE} if the store or the statistics failed
   */
  public Cleared clear(ImageStore store, SystemStats statistics) {
    long entries = clearCache();
    long records = HostCall.run("clearing the image store", store::clearThumbnails);
    CacheStatistics left = cacheStatistics();
    HostCall.run(
        "saving statistics",
        () -> {
          statistics.save(left);
          return left;
        });
    return new Cleared(entries, records);
  }

  /**
   * Looks for entries of the cache that belong to no image of the store any more, or to one whose
   * file is gone while its folder is there; entries of the last 24 hours are spared. Deletes
   * nothing. Blocks; looks for the file of each image that has an entry.
   *
   * @throws CacheException {@code CACHE_IO} if the cache cannot be listed
   * @throws HostException {@code HOST_FAILURE} if the store failed
   */
  public OrphanReport orphans(ImageStore store) {
    return shelf.map(s -> s.orphans(new StoredSources(store))).orElse(new OrphanReport(List.of()));
  }

  /**
   * Deletes entries that {@link #orphans} found, but for those that changed since.
   *
   * @return how many were deleted; none while another process deletes entries
   * @throws CacheException {@code CACHE_IO} if some could not be
   */
  public long deleteOrphans(OrphanReport report) {
    return shelf.map(s -> s.delete(report)).orElse(0L);
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

  /**
   * What the headers of a source say: its size, its evidence and what kind of frame it is. No pixel
   * is read where a decoder can tell without, so a file that can be inspected may still fail to
   * give a thumbnail. Blocks; a stream is read whole.
   *
   * <pre>{@code
   * Inspection m31 = thumbnails.inspect(ImageSource.of(Path.of("m31.fits")));
   * boolean solved = m31.classification().plateSolved();
   * }</pre>
   *
   * @throws ThumbnailException with the {@link ErrorCode} that says why nothing is known
   */
  public Inspection inspect(ImageSource source) {
    return corridor.inspect(source);
  }

  /**
   * File name extensions of the formats that the decoders read, lower case, without the dot,
   * sorted; some have a dot inside: {@code fits.gz}.
   */
  public SortedSet<String> extensions() {
    return corridor.parts().decoders().extensions();
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
