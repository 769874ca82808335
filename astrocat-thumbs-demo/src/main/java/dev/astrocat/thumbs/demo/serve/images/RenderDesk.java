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
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes pictures that somebody waits for, in threads of its own: a few a mount, so that a mount
 * that hangs holds up nobody else, and never behind bulk work; the latest order first. Who wants a
 * picture that is being made gets the same one. Thread-safe.
 */
public final class RenderDesk implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RenderDesk.class);
  private static final int RETRY_SECONDS = 3;

  private final ThumbnailGenerator generator;
  private final Catalog catalog;
  private final SchedulerQueue queue;
  private final int readersPerMount;
  private final Clock clock;
  private final RateLimit limit = new RateLimit(1_000, 50);
  private final RenderMemory memory = RenderMemory.ofHeap();
  private final Map<ThumbnailRequest, Order> orders = new ConcurrentHashMap<>();
  private final Map<Path, RenderLane> lanes = new ConcurrentHashMap<>();

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
    RenderLane lane = lanes.computeIfAbsent(image.mount(), m -> new RenderLane(readersPerMount));
    Order mine = new Order(image, request);
    Order other = orders.putIfAbsent(request, mine);
    if (other != null) {
      lane.renew(other);
      return other.picture;
    }
    try {
      limit.take(client);
      lane.take(mine);
    } catch (RequestProblem e) {
      mine.refuse(e);
    }
    return mine.picture;
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
    lanes.values().forEach(RenderLane::end);
  }

  @Override
  public void close() {
    lanes.values().forEach(RenderLane::close);
  }

  /** A picture that somebody waits for. */
  private final class Order implements RenderLane.Order {

    private final CatalogImage image;
    private final ThumbnailRequest request;
    private final CompletableFuture<Thumbnail> picture = new CompletableFuture<>();

    Order(CatalogImage image, ThumbnailRequest request) {
      this.image = image;
      this.request = request;
    }

    @Override
    public void run() {
      try {
        if (!isInPlace(image)) {
          throw RequestProblem.noSuchImage();
        }
        Thumbnail made =
            queue.ahead(() -> memory.decode(image.sizeBytes(), () -> generator.generate(request)));
        picture.complete(made);
        save(image, made);
      } catch (ThumbnailException | RequestProblem e) {
        picture.completeExceptionally(e);
      } finally {
        orders.remove(request, this);
        // Whatever else went wrong goes up to the thread, but nobody waits for ever.
        picture.completeExceptionally(
            new LimitException(ErrorCode.CANCELLED, "the picture was given up"));
      }
    }

    @Override
    public void refuse() {
      refuse(RequestProblem.busy(RETRY_SECONDS));
    }

    void refuse(RequestProblem problem) {
      orders.remove(request, this);
      picture.completeExceptionally(problem);
    }
  }
}
