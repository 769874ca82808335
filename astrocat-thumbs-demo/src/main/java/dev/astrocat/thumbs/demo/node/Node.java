package dev.astrocat.thumbs.demo.node;

import dev.astrocat.thumbs.NamedSize;
import dev.astrocat.thumbs.ThumbnailGenerator;
import dev.astrocat.thumbs.ThumbnailListener;
import dev.astrocat.thumbs.admission.DecodeBudget;
import dev.astrocat.thumbs.cache.disk.DiskThumbnailCache;
import dev.astrocat.thumbs.demo.catalog.Catalog;
import dev.astrocat.thumbs.demo.config.Settings;
import dev.astrocat.thumbs.demo.database.Database;
import dev.astrocat.thumbs.demo.database.StoreException;
import dev.astrocat.thumbs.demo.jobs.Bulk;
import dev.astrocat.thumbs.demo.jobs.LostRuns;
import dev.astrocat.thumbs.demo.jobs.RedisProgressStore;
import dev.astrocat.thumbs.demo.jobs.SchedulerQueue;
import dev.astrocat.thumbs.demo.jobs.TableProgressStore;
import dev.astrocat.thumbs.demo.jobs.TableStatistics;
import dev.astrocat.thumbs.demo.node.Outages.Trouble;
import dev.astrocat.thumbs.host.BulkThumbnails;
import dev.astrocat.thumbs.host.JobHandler;
import dev.astrocat.thumbs.host.ProgressStore;
import dev.astrocat.thumbs.host.QueueLimits;
import dev.astrocat.thumbs.host.ThumbnailWorker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * One process of an installation. Thread-safe.
 *
 * <p>Opened from the database upwards: what opens later uses what was opened before; closed in
 * reverse. While the database or Redis is away everything stays open, calls fail within about a
 * second, and all goes on by itself when they are back.
 *
 * <pre>{@code
 * try (Node node = Node.open(settings, Role.WORKER)) {
 *   node.bulk().start(BulkRequest.everything(), "all");
 * }
 * }</pre>
 */
public final class Node implements AutoCloseable {

  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration BEAT = Duration.ofSeconds(5);
  private static final Duration TEND = Duration.ofSeconds(5);
  private static final Duration SWEEP = Duration.ofMinutes(10);

  private final Closing closing;
  private final Settings settings;
  private final Database database;
  private final Catalog catalog;
  private final ThumbnailGenerator generator;
  private final Optional<RedisProgressStore> redis;
  private final ProgressStore progress;
  private final TableStatistics statistics;
  private final SchedulerQueue queue;
  private final Bulk bulk;
  private final MachineBook machines;
  private final Outages databaseOutages = new Outages("the database");
  private final Outages redisOutages = new Outages("Redis");

  private Node(Settings settings, Role role, List<ThumbnailListener> listeners, Closing closing) {
    this.closing = closing;
    this.settings = settings;
    Process process = Process.current();
    database = Database.open(settings.database());
    closing.with(database::close);
    catalog = new Catalog(database);
    DiskThumbnailCache cache = DiskThumbnailCache.at(settings.thumbnails());
    generator = generator(cache, listeners);
    closing.with(generator::close);
    redis = settings.redis().map(RedisProgressStore::at);
    redis.ifPresent(store -> closing.with(store::close));
    TableProgressStore table = new TableProgressStore(database);
    progress = redis.<ProgressStore>map(store -> store).orElse(table);
    statistics = new TableStatistics(database);
    queue = queue(process);
    closing.with(queue::close);
    bulk = new Bulk(database, catalog, queue, progress, lister());
    machines =
        new MachineBook(
            database,
            process,
            role,
            settings.workers(),
            CacheMarker.of(settings.thumbnails()),
            this::work);
    startChores(table);
  }

  /**
   * Opens everything, and begins to make the thumbnails that are queued.
   *
   * @param listeners hear of each answer of the generator
   * @throws dev.astrocat.thumbs.demo.database.StoreException if the database cannot be used
   * @throws dev.astrocat.thumbs.CacheException if the folder of thumbnails cannot
   */
  public static Node open(Settings settings, Role role, ThumbnailListener... listeners) {
    Closing closing = new Closing();
    boolean isOpen = false;
    try {
      Node node = new Node(settings, role, List.of(listeners), closing);
      isOpen = true;
      return node;
    } finally {
      if (!isOpen) {
        closing.close();
      }
    }
  }

  private ThumbnailGenerator generator(
      DiskThumbnailCache cache, List<ThumbnailListener> listeners) {
    List<ThumbnailListener> all = new ArrayList<>(listeners);
    all.add(new ProblemListener(catalog));
    return ThumbnailGenerator.builder()
        .cache(cache)
        .cacheLimits(settings.cacheLimits())
        .look(settings.look())
        .size(NamedSize.PAGE, settings.maxSize())
        .budget(DecodeBudget.ofMachine().inOrder(DecodeBudget.Order.LATEST_FIRST))
        .mounts(settings.imagePaths(), settings.readersPerMount())
        .listener(new ManyListeners(all))
        .build();
  }

  private SchedulerQueue queue(Process process) {
    int workers = settings.workers();
    // One thread more is for persons; readers leave it free when a mount hangs.
    int readers = Math.max(1, Math.min(settings.readersPerMount(), workers));
    QueueLimits limits =
        QueueLimits.defaults()
            .withThreads(workers + 1)
            .withReadersPerMount(readers)
            .withMounts(settings.imagePaths());
    JobHandler worker = new ThumbnailWorker(generator, catalog, progress, statistics);
    SchedulerQueue table = SchedulerQueue.open(database, process.id(), 0, limits, worker);
    BulkThumbnails producer = new BulkThumbnails(catalog, table, progress, Runnable::run);
    JobHandler all = new LostRuns(worker, progress, producer);
    return SchedulerQueue.open(database, process.id(), workers, limits, all);
  }

  private ExecutorService lister() {
    ExecutorService lister =
        Executors.newCachedThreadPool(
            work -> {
              Thread thread = new Thread(work, "lister");
              thread.setDaemon(true);
              return thread;
            });
    closing.with(lister::shutdownNow);
    return lister;
  }

  private void startChores(TableProgressStore table) {
    Chores chores = new Chores();
    closing.with(() -> chores.run("leaving", machines::leave));
    closing.with(() -> chores.run("closing the book", bulk::tend));
    closing.with(chores::close);
    chores.run("beat", machines::beat);
    chores.every(LOOK, "look", () -> look(chores));
    chores.every(BEAT, "beat", machines::beat);
    chores.every(TEND, "tend", bulk::tend);
    chores.every(SWEEP, "sweep", table::sweep);
  }

  private void look(Chores chores) {
    databaseOutages.told(chores.run("ping", database::ping).map(Node::trouble));
    redis.ifPresent(store -> redisOutages.told(chores.run("ping", store::ping).map(Node::trouble)));
  }

  private static Trouble trouble(Throwable failure) {
    boolean isFull =
        failure instanceof StoreException store && store.kind() == StoreException.Kind.FULL;
    return isFull ? Trouble.FULL : Trouble.AWAY;
  }

  private String work() {
    int running = queue.running();
    return running == 0 ? "idle" : running == 1 ? "at 1 job" : "at " + running + " jobs";
  }

  /** What it was told at its start. */
  public Settings settings() {
    return settings;
  }

  /** The database of the installation. */
  public Database database() {
    return database;
  }

  /** The images. */
  public Catalog catalog() {
    return catalog;
  }

  /** Makes thumbnails and finds them in the cache. */
  public ThumbnailGenerator generator() {
    return generator;
  }

  /** Where progress is kept, for scans. */
  public ProgressStore progress() {
    return progress;
  }

  /** The figures of the cache as they are saved. */
  public TableStatistics statistics() {
    return statistics;
  }

  /** The jobs of all processes. */
  public SchedulerQueue queue() {
    return queue;
  }

  /** Starts and steers runs. */
  public Bulk bulk() {
    return bulk;
  }

  /** The processes of the installation. */
  public MachineBook machines() {
    return machines;
  }

  /** What is wrong with the database, if something is. */
  public Outages databaseOutages() {
    return databaseOutages;
  }

  /** What is wrong with Redis, if something is. */
  public Outages redisOutages() {
    return redisOutages;
  }

  /** Finishes the images under way, hands the jobs back, and closes all. Takes 10 s at most. */
  @Override
  public void close() {
    closing.close();
  }
}
