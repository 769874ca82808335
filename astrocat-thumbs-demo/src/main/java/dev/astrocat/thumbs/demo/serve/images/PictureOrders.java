package dev.astrocat.thumbs.demo.serve.images;

import dev.astrocat.thumbs.Thumbnail;
import dev.astrocat.thumbs.ThumbnailGenerator;
import dev.astrocat.thumbs.ThumbnailRequest;
import dev.astrocat.thumbs.demo.catalog.Catalog;
import dev.astrocat.thumbs.demo.catalog.CatalogImage;
import dev.astrocat.thumbs.demo.database.StoreException;
import dev.astrocat.thumbs.demo.serve.http.RateLimit;
import dev.astrocat.thumbs.demo.serve.http.RequestProblem;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has pictures made that somebody waits for, and tells the catalog of them. Thread-safe. */
public final class PictureOrders {

  private static final Logger log = LoggerFactory.getLogger(PictureOrders.class);

  /** A browser that has waited for so long is better told to come back. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

  private static final int RETRY_SECONDS = 3;

  private final ThumbnailGenerator generator;
  private final Catalog catalog;
  private final Clock clock;
  private final RateLimit limit = new RateLimit(1_000, 50);
  private final Set<Order> open = ConcurrentHashMap.newKeySet();
  private volatile boolean isEnding;

  /** Orders for pictures of a catalog. */
  public PictureOrders(ThumbnailGenerator generator, Catalog catalog, Clock clock) {
    this.generator = generator;
    this.catalog = catalog;
    this.clock = clock;
  }

  /**
   * A picture that is going to be made, or is being made already. Does not block.
   *
   * @param client who asks; the number of orders of one client is limited
   * @return fails with {@link RequestProblem} 429 if this client asks too often, else with what the
   *     generator says
   */
  CompletableFuture<Thumbnail> order(CatalogImage image, ThumbnailRequest request, String client) {
    try {
      limit.take(client);
    } catch (RequestProblem e) {
      return CompletableFuture.failedFuture(e);
    }
    Order order = new Order(generator.generateAsync(request.longestWait(LONGEST_WAIT)));
    open.add(order);
    if (isEnding) {
      order.refuse();
    }
    return order.picture.whenComplete(
        (made, failure) -> {
          open.remove(order);
          if (made != null) {
            save(image, made);
          }
        });
  }

  /** Refuses all pictures that are not there yet, and those that are ordered later. */
  public void end() {
    isEnding = true;
    open.forEach(Order::refuse);
  }

  /** A picture that somebody waits for. */
  private static final class Order {

    private final CompletableFuture<Thumbnail> picture;

    Order(CompletableFuture<Thumbnail> picture) {
      this.picture = picture;
    }

    void refuse() {
      picture.completeExceptionally(RequestProblem.busy(RETRY_SECONDS));
    }
  }

  private void save(CatalogImage image, Thumbnail made) {
    if (made.origin() != Thumbnail.Origin.RENDERED || made.location().isEmpty()) {
      return;
    }
    try {
      catalog.saveThumbnail(String.valueOf(image.id()), made.location().get(), clock.instant());
    } catch (StoreException e) {
      log.info(
          "the thumbnail of image {} is not in the catalog yet: {}", image.id(), e.getMessage());
    }
  }
}
