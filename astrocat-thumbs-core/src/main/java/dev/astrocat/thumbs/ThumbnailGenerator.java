package dev.astrocat.thumbs;

import dev.astrocat.thumbs.admission.DecodeBudget;
import dev.astrocat.thumbs.admission.RenderThreads;
import dev.astrocat.thumbs.admission.Ticket;
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
import dev.astrocat.thumbs.source.MountNames;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

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

  /** Results that are made ahead of who reads them, for each decode that can be under way. */
  private static final int READ_AHEAD = 2;

  /** For what comes behind a decode, when the generator is closed. */
  private static final Duration SPARE = Duration.ofSeconds(2);

  private final Corridor corridor;
  private final Look look;
  private final PlateSolved plateSolved;
  private final NamedSizes sizes;
  private final Optional<ThumbnailShelf> shelf;
  private final OwnedDecoders owned;
  private final ThumbnailDesk desk;
  private final DecodeBudget budget;
  private final OpenCalls calls;
  private final RenderThreads threads;
  private final MountNames mounts;

  ThumbnailGenerator(
      Parts parts,
      Look look,
      PlateSolved plateSolved,
      NamedSizes sizes,
      Optional<ThumbnailShelf> shelf,
      ThumbnailListener listener,
      OwnedDecoders owned,
      DecodeBudget budget,
      RenderThreads threads,
      MountNames mounts) {
    this.owned = owned;
    this.budget = budget;
    this.calls = new OpenCalls(budget);
    this.threads = threads;
    this.mounts = mounts;
    this.look = look;
    this.plateSolved = plateSolved;
    this.sizes = sizes;
    this.shelf = shelf;
    this.corridor = new Corridor(parts, shelf.map(ThumbnailShelf::curves), budget);
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
   * <p>All decodes of the generator share its {@link DecodeBudget}: if others are under way, it
   * waits for its turn, at most as long as {@link ThumbnailRequest#longestWait(Duration)} says.
   *
   * <p>A file that could not be decoded fails at once when it is asked for again, as long as
   * neither its bytes nor the decoders change; {@link ThumbnailException#isRemembered()} tells, and
   * {@link Reuse} how to try again.
   *
   * @throws ThumbnailException with the {@link ErrorCode} that says why there is none; a cache that
   *     cannot be written is logged and not an error
   */
  public Thumbnail generate(ThumbnailRequest request) {
    return generateSizes(List.of(request)).get(0);
  }

  /**
   * Several sizes and formats of one picture, which is decoded, measured and read but once for all
   * that the cache does not hold. Each is the same, byte for byte, as {@link
   * #generate(ThumbnailRequest)} gives it, and is kept as an entry of its own. Blocks.
   *
   * <pre>{@code
   * ThumbnailRequest m31 = ThumbnailRequest.of(Path.of("m31.fits"));
   * thumbnails.generateSizes(List.of(m31.size(NamedSize.GRID), m31.size(NamedSize.PAGE)));
   * }</pre>
   *
   * @param requests made of one request by changing size and format alone
   * @return thumbnails in the order of the requests
   * @throws IllegalArgumentException if the requests differ in more than size and format
   * @throws ThumbnailException as {@link #generate(ThumbnailRequest)}; if one cannot be made, none
   *     is given
   */
  public List<Thumbnail> generateSizes(List<ThumbnailRequest> requests) {
    if (requests.isEmpty()) {
      return List.of();
    }
    ThumbnailRequest first = requests.get(0);
    requests.forEach(request -> requireSamePicture(first, request));
    return calls.during(
        first, ticket -> desk.thumbnails(requests.stream().map(this::resolved).toList(), ticket));
  }

  /**
   * The wanted thumbnail, see {@link #generate(ThumbnailRequest)}, found or made in another thread.
   * Does not block. The first calls start daemon threads, unless the builder was given an executor
   * for this; what depends on the result runs in such a thread too.
   *
   * <p>Calls for one thumbnail, also blocking ones, decode once; who joins raises it to their
   * {@link Priority}. Cancelling the future stops the decode, unless somebody else waits for it.
   *
   * <pre>{@code
   * thumbnails.generateAsync(request.priority(Priority.NEW)).thenAccept(page::show);
   * }</pre>
   *
   * @return completed exceptionally with a {@link ThumbnailException} if there is no thumbnail
   * @throws LimitException {@code CLOSED} after {@link #close()}
   */
  @SuppressWarnings("FutureReturnValueIgnored") // the caller has the first stage
  public CompletableFuture<Thumbnail> generateAsync(ThumbnailRequest request) {
    calls.requireOpen();
    ThumbnailRequest resolved = resolved(request);
    Ticket ticket = calls.ticket(resolved);
    String mount = mounts.of(request.source());
    CompletableFuture<Thumbnail> thumbnail =
        desk.started(
            resolved, ticket, work -> threads.run(mount, ticket, () -> calls.finish(work)));
    thumbnail.whenComplete((made, failure) -> calls.forget(ticket));
    return thumbnail;
  }

  /**
   * Thumbnails of many images, in the order of the requests, each as soon as it and those before it
   * are there; an image without one is a result too and stops nothing. Some are made ahead of who
   * reads the stream, see {@link #generateAsync}; closing the stream cancels them.
   *
   * <pre>{@code
   * try (Stream<ThumbnailResult> night = thumbnails.generateEach(requests)) {
   *   night.forEach(result -> result.thumbnail().ifPresent(page::show));
   * }
   * }</pre>
   *
   * @param requests read as the stream is
   * @return blocks in its terminal operation, which throws {@code CANCELLED} if the thread is
   *     interrupted, {@code CLOSED} if the generator is
   */
  public Stream<ThumbnailResult> generateEach(Iterable<ThumbnailRequest> requests) {
    calls.requireOpen();
    return ResultStream.of(
        requests.iterator(), this::generateAsync, READ_AHEAD * (budget.permits() + 1));
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
    return calls.during(() -> desk.cached(resolved(request)));
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
    return calls.during(() -> desk.shelved(resolved(request)));
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
    return calls.during(() -> corridor.recognises(source));
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
    return calls.during(() -> corridor.inspect(source));
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

  /** What the generator's decodes share, to be watched, or shared with another generator. */
  public DecodeBudget budget() {
    return budget;
  }

  /**
   * Ends the generator, whatever the formats: what is being decoded is finished, what waits for its
   * turn is refused, and so is every later call that needs a source, with {@code CLOSED}, which is
   * not transient. Blocks until the last decode has ended, for as long as one may take at most, or
   * until the thread is interrupted. Then decoders that it found itself and that hold processes are
   * closed; those that it was given are left to who gave them. The cache is not closed. Does
   * nothing the second time.
   */
  @Override
  public void close() {
    calls.close();
    threads.close();
    calls.awaitEnd(corridor.parts().limits().maxDecodeTime().plus(SPARE));
    owned.close();
  }
}
