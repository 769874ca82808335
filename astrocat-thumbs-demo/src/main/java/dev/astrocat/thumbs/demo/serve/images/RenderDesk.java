package dev.astrocat.thumbs.demo.serve.images;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.LimitException;
import dev.astrocat.thumbs.Thumbnail;
import dev.astrocat.thumbs.ThumbnailException;
import dev.astrocat.thumbs.ThumbnailGenerator;
import dev.astrocat.thumbs.ThumbnailRequest;
import dev.astrocat.thumbs.demo.catalog.Catalog;
import dev.astrocat.thumbs.demo.catalog.CatalogImage;
import dev.astrocat.thumbs.demo.database.StoreException;
import dev.astrocat.thumbs.demo.jobs.SchedulerQueue;
import dev.astrocat.thumbs.demo.serve.http.RateLimit;
import dev.astrocat.thumbs.demo.serve.http.RequestProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes pictures that somebody waits for, in threads of its own: a few a mount, so that a mount
 * that hangs holds up nobody else, and never behind bulk work. Who wants a picture that is being
 * made gets the same one. Thread-safe.
 */
public final class RenderDesk implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RenderDesk.class);
  private static final int MAX_WAITING = 500;
  private static final int IDLE_SECONDS = 30;
  private static final int RETRY_SECONDS = 3;

  private final ThumbnailGenerator generator;
  private final Catalog catalog;
  private final SchedulerQueue queue;
  private final int readersPerMount;
  private final Clock clock;
  private final RateLimit limit = new RateLimit(1_000, 50);
  private final RenderMemory memory = RenderMemory.ofHeap();
  private final Map<ThumbnailRequest, CompletableFuture<Thumbnail>> orders =
      new ConcurrentHashMap<>();
  private final Map<Path, ThreadPoolExecutor> lanes = new ConcurrentHashMap<>();

  /**
   * A desk for an installation.
   *
   * @param queue lets nothing else begin while somebody waits
   * @param readersPerMount most pictures that are made at once of one mount
   */
  public RenderDesk(
      ThumbnailGenerator generator,
      Catalog catalog,
      SchedulerQueue queue,
      int readersPerMount,
      Clock clock) {
    this.generator = generator;
    this.catalog = catalog;
    this.queue = queue;
    this.readersPerMount = readersPerMount;
    this.clock = clock;
  }

  /**
   * A picture that is going to be made, or is being made already.
   *
   * @param client who asks; has so many to ask for
   * @throws RequestProblem 429 if this client asks too often, 503 if too many wait
   */
  CompletableFuture<Thumbnail> order(CatalogImage image, ThumbnailRequest request, String client) {
    CompletableFuture<Thumbnail> mine = new CompletableFuture<>();
    CompletableFuture<Thumbnail> other = orders.putIfAbsent(request, mine);
    if (other != null) {
      return other;
    }
    try {
      limit.take(client);
      lane(image.mount()).execute(new Order(this, image, request, mine));
    } catch (RejectedExecutionException e) {
      refuse(request, mine, RequestProblem.busy(RETRY_SECONDS));
    } catch (RequestProblem e) {
      refuse(request, mine, e);
    }
    return mine;
  }

  private void refuse(
      ThumbnailRequest request, CompletableFuture<Thumbnail> order, RequestProblem problem) {
    orders.remove(request, order);
    order.completeExceptionally(problem);
  }

  private ThreadPoolExecutor lane(Path mount) {
    return lanes.computeIfAbsent(
        mount,
        path -> {
          ThreadPoolExecutor lane =
              new ThreadPoolExecutor(
                  readersPerMount,
                  readersPerMount,
                  IDLE_SECONDS,
                  TimeUnit.SECONDS,
                  new ArrayBlockingQueue<>(MAX_WAITING),
                  RenderDesk::thread);
          lane.allowCoreThreadTimeOut(true);
          return lane;
        });
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "render");
    thread.setDaemon(true); // a mount that hangs must not keep the process
    return thread;
  }

  private void make(
      CatalogImage image, ThumbnailRequest request, CompletableFuture<Thumbnail> order) {
    try {
      if (!isInPlace(image)) {
        throw RequestProblem.noSuchImage();
      }
      Thumbnail made =
          queue.ahead(() -> memory.decode(image.sizeBytes(), () -> generator.generate(request)));
      order.complete(made);
      save(image, made);
    } catch (ThumbnailException | RequestProblem e) {
      order.completeExceptionally(e);
    } finally {
      orders.remove(request, order);
      // Whatever else went wrong goes up to the thread, but nobody waits for ever.
      order.completeExceptionally(
          new LimitException(ErrorCode.CANCELLED, "the picture was given up"));
    }
  }

  /**
   * Whether no link leads elsewhere since the file was catalogued, where links are not followed. A
   * file that cannot be asked counts as in place: reading it will tell what is wrong.
   */
  private static boolean isInPlace(CatalogImage image) {
    try {
      Path expected = image.mount().toRealPath().resolve(image.mount().relativize(image.file()));
      return image.file().toRealPath().equals(expected);
    } catch (IOException e) {
      return true;
    }
  }

  private void save(CatalogImage image, Thumbnail made) {
    if (made.origin() != Thumbnail.Origin.RENDERED || made.location().isEmpty()) {
      return;
    }
    try {
      catalog.saveThumbnail(String.valueOf(image.id()), made.location().get(), clock.instant());
    } catch (StoreException e) {
      LOG.info(
          "the thumbnail of image {} is not in the catalog yet: {}", image.id(), e.getMessage());
    }
  }

  /** Takes no more orders, and refuses those that were not begun; the others come to their end. */
  public void end() {
    for (ThreadPoolExecutor lane : lanes.values()) {
      lane.shutdown();
      List<Runnable> waiting = new ArrayList<>();
      lane.getQueue().drainTo(waiting);
      for (Runnable order : waiting) {
        if (order instanceof Order late) {
          refuse(late.request, late.order, RequestProblem.busy(RETRY_SECONDS));
        }
      }
    }
  }

  /** A picture that somebody waits for. */
  private record Order(
      RenderDesk desk,
      CatalogImage image,
      ThumbnailRequest request,
      CompletableFuture<Thumbnail> order)
      implements Runnable {

    @Override
    public void run() {
      desk.make(image, request, order);
    }
  }

  @Override
  public void close() {
    lanes.values().forEach(ThreadPoolExecutor::shutdownNow);
  }
}
