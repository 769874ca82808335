package dev.astrocat.thumbs.demo.serve.images;

import dev.astrocat.thumbs.demo.catalog.Catalog;
import dev.astrocat.thumbs.demo.catalog.CatalogImage;
import dev.astrocat.thumbs.demo.database.StoreException;
import dev.astrocat.thumbs.demo.serve.http.RequestProblem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The images that were seen last, so that a thumbnail in the cache costs no query, and is served
 * while the database is away. What another process changed is seen within some seconds.
 * Thread-safe.
 */
public final class KnownImages {

  private static final int MAX_IMAGES = 50_000;
  private static final long FRESH_NANOS = 3_000_000_000L;
  private static final long NEWS_NANOS = 500_000_000L;
  private static final long OUTAGE_NANOS = 1_000_000_000L;
  private static final int RETRY_SECONDS = 2;

  private final Catalog catalog;
  private final LongSupplier nanoTime;
  private final Map<Long, Seen> images = new LinkedHashMap<>(16, 0.75f, true);
  private volatile Optional<Long> awaySince = Optional.empty();

  /** Images of that catalog. */
  public KnownImages(Catalog catalog) {
    this(catalog, System::nanoTime);
  }

  KnownImages(Catalog catalog, LongSupplier nanoTime) {
    this.catalog = catalog;
    this.nanoTime = nanoTime;
  }

  /**
   * An image as it was some seconds ago at most, or as it was seen last while the database is away.
   *
   * @throws RequestProblem 404 if there is none, 503 if nobody knows
   */
  CatalogImage image(long id) {
    return image(id, FRESH_NANOS);
  }

  private CatalogImage image(long id, long maxAge) {
    Optional<Seen> seen = seen(id);
    long now = nanoTime.getAsLong();
    if (seen.isPresent() && now - seen.get().nanos() < maxAge) {
      return seen.get().image();
    }
    if (awaySince.isPresent() && now - awaySince.get() < OUTAGE_NANOS) {
      return seen.map(Seen::image)
          .orElseThrow(() -> RequestProblem.databaseUnavailable(RETRY_SECONDS));
    }
    try {
      return fresh(id);
    } catch (StoreException e) {
      if (e.kind() != StoreException.Kind.UNAVAILABLE) {
        throw e;
      }
      awaySince = Optional.of(nanoTime.getAsLong()); // for a moment nobody else waits for it
      return seen.map(Seen::image).orElseThrow(() -> e);
    }
  }

  /**
   * An image of which somebody knows another version than we do: as it was half a second ago at
   * most, or as it was seen last while the database is away.
   */
  CatalogImage newer(long id) {
    return image(id, NEWS_NANOS);
  }

  /**
   * An image as it is now.
   *
   * @throws RequestProblem 404 if there is none
   * @throws StoreException if the database is away
   */
  CatalogImage fresh(long id) {
    Optional<CatalogImage> image = catalog.image(id);
    awaySince = Optional.empty();
    if (image.isEmpty()) {
      forget(id);
      throw RequestProblem.noSuchImage();
    }
    keep(image.get());
    return image.get();
  }

  /** Remembers an image that was read just now. */
  synchronized void keep(CatalogImage image) {
    images.put(image.id(), new Seen(image, nanoTime.getAsLong()));
    if (images.size() > MAX_IMAGES) {
      images.remove(images.keySet().iterator().next());
    }
  }

  private synchronized void forget(long id) {
    images.remove(id);
  }

  private synchronized Optional<Seen> seen(long id) {
    return Optional.ofNullable(images.get(id));
  }

  private record Seen(CatalogImage image, long nanos) {}
}
