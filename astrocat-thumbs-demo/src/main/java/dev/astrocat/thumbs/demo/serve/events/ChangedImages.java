package dev.astrocat.thumbs.demo.serve.events;

import dev.astrocat.thumbs.demo.catalog.CatalogImage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Images that have changed since one asked last, each change once. One thread at a time. */
final class ChangedImages {

  /** So many at a time: fewer than a client may leave untaken, see {@link EventStream}. */
  static final int MOST = 500;

  /** A change may become visible some time after the time that it carries. */
  static final Duration OVERLAP = Duration.ofSeconds(3);

  /** Where changes are written. */
  @FunctionalInterface
  interface Source {

    /** Changes after one of that time and image, oldest first. */
    List<CatalogImage> after(Instant time, long id, int limit);
  }

  private final Source source;
  private final InstantSource clock;
  private Map<Long, Instant> told = new HashMap<>();
  private Instant since = Instant.EPOCH;

  ChangedImages(Source source, InstantSource clock) {
    this.source = source;
    this.clock = clock;
  }

  /** From now on nobody asks; who asks again knows the images as they are then. */
  void forget() {
    told = new HashMap<>();
    since = Instant.EPOCH;
  }

  /** What is new, oldest first; what is more than {@link #MOST} comes the next time. */
  List<CatalogImage> next() {
    if (since.equals(Instant.EPOCH)) {
      since = clock.instant();
    }
    List<CatalogImage> fresh = new ArrayList<>();
    Map<Long, Instant> seen = new HashMap<>();
    Instant time = since.minus(OVERLAP);
    long id = Long.MAX_VALUE; // all of the images of that time are known
    boolean isMore = true;
    while (isMore && fresh.size() < MOST) {
      List<CatalogImage> page = source.after(time, id, MOST - fresh.size());
      isMore = page.size() == MOST - fresh.size();
      for (CatalogImage image : page) {
        if (!image.touched().equals(told.get(image.id()))) {
          fresh.add(image);
        }
        seen.put(image.id(), image.touched());
        time = image.touched();
        id = image.id();
      }
    }
    told = seen;
    since = time.isAfter(since) ? time : since;
    return fresh;
  }
}
