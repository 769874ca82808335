package dev.astrocat.thumbs.demo.index;

import dev.astrocat.thumbs.Priority;
import dev.astrocat.thumbs.demo.catalog.Mount;
import dev.astrocat.thumbs.demo.config.Settings;
import dev.astrocat.thumbs.demo.index.ScanRequest.Depth;
import dev.astrocat.thumbs.host.BulkRequest;
import dev.astrocat.thumbs.host.ProgressKeys;
import dev.astrocat.thumbs.host.RunState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Keeps the catalog equal to what lies on the mounts: scans at its start, from time to time, and
 * when asked; each mount in threads of its own, and in one process at a time. Thread-safe.
 */
public final class Indexer implements AutoCloseable {

  private static final Duration TELL = Duration.ofSeconds(1);

  /** Between two looks at a mount that is away. */
  private static final Duration SEEK = Duration.ofSeconds(10);

  private final IndexerParts parts;
  private final Map<Path, MountDesk> desks = new LinkedHashMap<>();
  private final ScanLedger ledger;
  private final InstantSource clock = InstantSource.system();
  private final List<Ticker> tickers = new CopyOnWriteArrayList<>();

  /** An indexer of the mounts of these settings; does nothing before {@link #start}. */
  public Indexer(Settings settings, IndexerParts parts) {
    this(settings, parts, ScanLedger.PATIENCE);
  }

  Indexer(Settings settings, IndexerParts parts, Duration patience) {
    this.parts = parts;
    this.ledger = new ScanLedger(parts, patience);
    List<Path> mounts =
        settings.imagePaths().isEmpty()
            ? List.of(settings.data().sky().toAbsolutePath().normalize())
            : settings.imagePaths();
    ScanSetup setup =
        new ScanSetup(
            new CatalogBook(parts.catalog()),
            new HeaderReader(parts.generator(), clock),
            new SkipRules(
                new ImageFormats(parts.generator().extensions()),
                Set.of(normal(settings.thumbnails()), normal(settings.data().root())),
                Set.copyOf(mounts)),
            this::submit,
            settings.readersPerMount(),
            clock);
    new LinkedHashSet<>(mounts)
        .forEach(
            mount ->
                desks.put(
                    mount, new MountDesk(new MountScanner(mount, parts.catalog(), setup, ledger))));
  }

  private static Path normal(Path path) {
    return path.toAbsolutePath().normalize();
  }

  private void submit(List<String> ids) {
    parts.bulk().start(BulkRequest.images(ids).priority(Priority.NEW), "new images");
  }

  /**
   * Scans all mounts now, again and again, and as soon as one that was away is there.
   *
   * @param every time between two scans; once when empty
   */
  public void start(Optional<Duration> every) {
    tickers.add(Ticker.start("telling of scans", TELL, this::tell));
    scanAll();
    // A mount that hangs holds up its own look alone.
    for (MountDesk desk : desks.values()) {
      tickers.add(Ticker.start("looking for " + desk.mount(), SEEK, desk::seekReturn));
    }
    every.ifPresent(
        time ->
            tickers.add(Ticker.start("starting scans", time, () -> scanUnless(time.dividedBy(2)))));
  }

  /** Scans the mounts that no process has scanned lately. */
  private void scanUnless(Duration time) {
    Instant limit = clock.instant().minus(time);
    Set<Path> lately = new LinkedHashSet<>();
    parts.catalog().mounts().stream()
        .filter(mount -> mount.lastScan().filter(limit::isBefore).isPresent())
        .forEach(mount -> lately.add(mount.path()));
    desks.values().stream()
        .filter(desk -> !lately.contains(desk.mount()))
        .forEach(desk -> desk.take(new ScanRequest(desk.mount(), desk.mount(), Depth.CHANGES)));
  }

  /**
   * Looks for files that are new, changed, moved or gone, after the scan that is running. Returns
   * at once.
   *
   * @param at a mount, or a folder in one
   * @return where the progress is kept, see {@link ProgressKeys#rescan}
   * @throws IllegalArgumentException for a path in no mount
   */
  public String scan(Path at) {
    return take(at, Depth.CHANGES);
  }

  /** Does {@link #scan} for each mount; there is one at least. */
  public List<String> scanAll() {
    return desks.keySet().stream().map(this::scan).toList();
  }

  /**
   * Looks as {@link #scan} does, and reads the headers of all files again.
   *
   * @param at a mount, or a folder in one
   * @throws IllegalArgumentException for a path in no mount
   */
  public String rescan(Path at) {
    return take(at, Depth.EVERYTHING);
  }

  private String take(Path at, Depth depth) {
    MountDesk desk =
        desks.values().stream()
            .filter(d -> at.startsWith(d.mount()) && at.normalize().equals(at))
            .max(Comparator.comparingInt(d -> d.mount().getNameCount()))
            .orElseThrow(() -> new IllegalArgumentException("a path in no mount"));
    return ScanJob.key(desk.take(new ScanRequest(desk.mount(), at, depth)));
  }

  /**
   * What is done and was done, here and in other processes. Blocks on the database alone.
   *
   * @throws dev.astrocat.thumbs.demo.database.StoreException if it is away
   */
  public IndexerStatus status() {
    Map<String, CurrentScan> elsewhere = ledger.running(clock.instant());
    List<MountStatus> mounts =
        parts.catalog().mounts().stream()
            .map(mount -> new MountStatus(mount, current(mount, elsewhere)))
            .toList();
    return new IndexerStatus(parts.catalog().count(Optional.empty()).orElse(0), mounts);
  }

  private Optional<CurrentScan> current(Mount mount, Map<String, CurrentScan> elsewhere) {
    return Optional.ofNullable(desks.get(mount.path()))
        .flatMap(MountDesk::job)
        .map(job -> job.told(RunState.RUNNING, ""))
        .or(() -> Optional.ofNullable(elsewhere.get(mount.name())));
  }

  /** Every second: how far scans are, and that this process lives; and what is new is queued. */
  private void tell() {
    desks.values().forEach(desk -> Ticker.attempt(desk::tick, "telling of " + desk.mount()));
  }

  /** Stops all scans; returns at once. */
  @Override
  public void close() {
    tickers.forEach(Ticker::close);
    desks.values().forEach(MountDesk::close);
  }
}
