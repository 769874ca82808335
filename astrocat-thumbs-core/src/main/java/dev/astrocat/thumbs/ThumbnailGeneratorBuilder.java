package dev.astrocat.thumbs;

import dev.astrocat.thumbs.admission.DecodeBudget;
import dev.astrocat.thumbs.admission.RenderThreads;
import dev.astrocat.thumbs.bands.Crew;
import dev.astrocat.thumbs.cache.CacheLimits;
import dev.astrocat.thumbs.cache.ThumbnailCache;
import dev.astrocat.thumbs.cache.entry.ThumbnailShelf;
import dev.astrocat.thumbs.corridor.Decoders;
import dev.astrocat.thumbs.corridor.FoundParts;
import dev.astrocat.thumbs.corridor.GuardedCache;
import dev.astrocat.thumbs.corridor.OwnedDecoders;
import dev.astrocat.thumbs.corridor.Parts;
import dev.astrocat.thumbs.decode.FormatDecoder;
import dev.astrocat.thumbs.encode.ThumbnailEncoder;
import dev.astrocat.thumbs.measure.StretchStrategy;
import dev.astrocat.thumbs.source.MountNames;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts a {@link ThumbnailGenerator} together; what is not set is found by {@link ServiceLoader} or
 * has a sensible default. One thread at a time.
 */
public final class ThumbnailGeneratorBuilder {

  private @Nullable ThumbnailCache cache;
  private CacheLimits cacheLimits = CacheLimits.defaults();
  private ThumbnailListener listener = ThumbnailListener.NONE;
  private Look look = Look.ASTROCAT;
  private PlateSolved plateSolved = PlateSolved.IS_REPORTED;
  private NamedSizes sizes = NamedSizes.defaults();
  private Limits limits = Limits.defaults();
  private Crew crew = Crew.SOLO;
  private DecodeBudget budget = DecodeBudget.ofMachine();
  private Optional<Executor> asyncExecutor = Optional.empty();
  private List<Path> mounts = List.of();
  private int readersPerMount;
  private ClassLoader classLoader = ThumbnailGenerator.class.getClassLoader();
  private final List<FormatDecoder> decoders = new ArrayList<>();
  private final List<StretchStrategy> stretches = new ArrayList<>();
  private final List<ThumbnailEncoder> encoders = new ArrayList<>();
  private boolean findsDecoders = true;
  private boolean findsStretches = true;
  private boolean findsEncoders = true;

  ThumbnailGeneratorBuilder() {}

  /** Keeps thumbnails in this cache; without one every call renders. */
  public ThumbnailGeneratorBuilder cache(ThumbnailCache value) {
    cache = value;
    return this;
  }

  /** How much the cache may take; {@link CacheLimits#defaults()} by default. */
  public ThumbnailGeneratorBuilder cacheLimits(CacheLimits value) {
    cacheLimits = value;
    return this;
  }

  /** Hears of each answer. */
  public ThumbnailGeneratorBuilder listener(ThumbnailListener value) {
    listener = value;
    return this;
  }

  /** The look of requests that do not name one; {@link Look#ASTROCAT} by default. */
  public ThumbnailGeneratorBuilder look(Look value) {
    look = value;
    return this;
  }

  /**
   * What a plate solution means under {@link Subframe#AUTO}, for requests that do not say it;
   * {@link PlateSolved#IS_REPORTED} by default.
   */
  public ThumbnailGeneratorBuilder plateSolved(PlateSolved value) {
    plateSolved = value;
    return this;
  }

  /**
   * Another number of pixels for a named size; {@link NamedSize#PAGE} is that of plain requests.
   */
  public ThumbnailGeneratorBuilder size(NamedSize name, int pixels) {
    sizes = sizes.with(name, pixels);
    return this;
  }

  /** What one source may take; {@link Limits#defaults()} by default. */
  public ThumbnailGeneratorBuilder limits(Limits value) {
    limits = value;
    return this;
  }

  /**
   * Lets one image use several threads. The calling thread always works too; without this call it
   * works alone, since the library starts no threads.
   *
   * @param executor runs the others' share; may be full or busy at any time
   * @param threads most threads on one image, with the calling one
   */
  public ThumbnailGeneratorBuilder executor(Executor executor, int threads) {
    crew = new Crew(executor, threads);
    return this;
  }

  /**
   * What all decodes together may take; 40 % of the heap and one decode for each processor by
   * default. Generators that are given the same one share it.
   */
  public ThumbnailGeneratorBuilder budget(DecodeBudget value) {
    budget = value;
    return this;
  }

  /**
   * Where {@link ThumbnailGenerator#generateAsync} runs; daemon threads that are started when there
   * is work, and end after it, by default. It is left open when the generator is closed.
   *
   * @param executor never runs a task in the thread that hands it over; may be one of virtual
   *     threads
   */
  public ThumbnailGeneratorBuilder asyncExecutor(Executor executor) {
    asyncExecutor = Optional.of(executor);
    return this;
  }

  /**
   * Folders that may hang by themselves, such as mounts of a NAS: {@link
   * ThumbnailGenerator#generateAsync} reads only a few files of one at a time, so that the others
   * go on. Of files elsewhere, those count as of one mount whose first two elements of the path are
   * the same.
   *
   * @param readersPerMount most files of one mount at a time, besides one that a person waits for;
   *     as many as the budget has permits by default
   */
  public ThumbnailGeneratorBuilder mounts(List<Path> folders, int readersPerMount) {
    mounts = folders;
    this.readersPerMount = readersPerMount;
    return this;
  }

  /** Where services are looked for; the library's own class loader by default. */
  public ThumbnailGeneratorBuilder classLoader(ClassLoader value) {
    classLoader = value;
    return this;
  }

  /**
   * A decoder beside those that are found; it takes the place of one with the same id, such as one
   * with other options. Left open when the generator is closed.
   */
  public ThumbnailGeneratorBuilder addDecoder(FormatDecoder value) {
    decoders.add(value);
    return this;
  }

  /** A stretch beside those that are found; it takes the place of one with the same id. */
  public ThumbnailGeneratorBuilder addStretch(StretchStrategy value) {
    stretches.add(value);
    return this;
  }

  /**
   * An encoder beside those that are found; it takes the place of one that writes the same format,
   * such as one with another quality.
   */
  public ThumbnailGeneratorBuilder addEncoder(ThumbnailEncoder value) {
    encoders.add(value);
    return this;
  }

  /** These decoders and those that are added, and none that is found. */
  public ThumbnailGeneratorBuilder onlyDecoders(FormatDecoder... value) {
    findsDecoders = false;
    decoders.addAll(List.of(value));
    return this;
  }

  /** These stretches and those that are added, and none that is found. */
  public ThumbnailGeneratorBuilder onlyStretches(StretchStrategy... value) {
    findsStretches = false;
    stretches.addAll(List.of(value));
    return this;
  }

  /** These encoders and those that are added, and none that is found. */
  public ThumbnailGeneratorBuilder onlyEncoders(ThumbnailEncoder... value) {
    findsEncoders = false;
    encoders.addAll(List.of(value));
    return this;
  }

  /** The generator. */
  public ThumbnailGenerator build() {
    FoundParts found = new FoundParts(classLoader);
    List<FormatDecoder> foundDecoders = findsDecoders ? found.decodersBeside(decoders) : List.of();
    Parts parts =
        Parts.of(
            new Decoders(joined(decoders, foundDecoders)),
            joined(stretches, findsStretches ? found.stretches() : List.of()),
            joined(encoders, findsEncoders ? found.encoders() : List.of()),
            limits,
            crew);
    Optional<ThumbnailShelf> shelf =
        Optional.ofNullable(cache)
            .map(c -> new ThumbnailShelf(new GuardedCache(c), cacheLimits, parts.encoders()));
    int readers = readersPerMount > 0 ? readersPerMount : budget.permits();
    return new ThumbnailGenerator(
        parts,
        look,
        plateSolved,
        sizes,
        shelf,
        listener,
        new OwnedDecoders(foundDecoders),
        budget,
        asyncExecutor
            .map(executor -> new RenderThreads(executor, readers))
            .orElseGet(() -> RenderThreads.onDemand(readers)),
        new MountNames(mounts));
  }

  private static <T> List<T> joined(List<T> first, List<T> then) {
    return Stream.concat(first.stream(), then.stream()).toList();
  }
}
