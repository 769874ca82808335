package dev.astrocat.thumbs.demo.serve.events;

import dev.astrocat.thumbs.demo.catalog.CatalogImage;
import dev.astrocat.thumbs.demo.jobs.Run;
import dev.astrocat.thumbs.demo.node.Node;
import dev.astrocat.thumbs.demo.serve.images.ImageBodies;
import dev.astrocat.thumbs.demo.serve.images.ImageBody.ProblemBody;
import dev.astrocat.thumbs.demo.serve.indexer.CacheFigures;
import dev.astrocat.thumbs.demo.serve.indexer.CacheFigures.StatsBody;
import dev.astrocat.thumbs.demo.serve.indexer.IndexerState;
import dev.astrocat.thumbs.demo.serve.indexer.RunBody;
import dev.astrocat.thumbs.demo.serve.indexer.StatusBody;
import dev.astrocat.thumbs.demo.serve.indexer.StatusBody.MountBody;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Looks into the database and the progress store, so that it sees what any process does. One thread
 * at a time.
 */
final class InstallationWatcher implements Watcher {

  private static final int MAX_IMAGES = 500;

  /** A change may become visible some time after the time that it carries. */
  private static final Duration OVERLAP = Duration.ofSeconds(3);

  private final Node node;
  private final ImageBodies bodies;
  private final IndexerState indexer;
  private final CacheFigures figures;
  private final Map<String, Object> told = new HashMap<>();
  private Map<Long, Instant> recent = new HashMap<>();
  private Instant since = Instant.EPOCH;

  InstallationWatcher(Node node, ImageBodies bodies, IndexerState indexer, CacheFigures figures) {
    this.node = node;
    this.bodies = bodies;
    this.indexer = indexer;
    this.figures = figures;
  }

  @Override
  public void forget() {
    told.clear();
    recent = new HashMap<>();
    since = Instant.EPOCH;
  }

  @Override
  public void look(Consumer<News> tell) {
    for (Run run : node.bulk().runs()) {
      tellIfNew("run", run.key(), RunBody.of(run), tell);
    }
    StatusBody status = indexer.forVisitors();
    tellIfNew("scan", "scan", status.scan(), tell);
    tellIfNew("mounts", "mounts", new MountsBody(status.mountPoints()), tell);
    stats(tell);
    images(tell);
  }

  /** What other programs write to the disk is no news. */
  private void stats(Consumer<News> tell) {
    StatsBody stats = figures.stats();
    List<Long> basis = List.of(stats.count(), stats.sizeBytes());
    if (!basis.equals(told.put("stats", basis))) {
      tell.accept(new News("stats", "stats", stats));
    }
  }

  private void tellIfNew(String event, String key, Object data, Consumer<News> tell) {
    if (!Objects.equals(told.put(event + " " + key, data), data)) {
      tell.accept(new News(event, key, data));
    }
  }

  /** Who begins to listen knows the images as they are; only changes from then on are told. */
  private void images(Consumer<News> tell) {
    if (since.equals(Instant.EPOCH)) {
      since = Instant.now().minus(OVERLAP);
    }
    List<CatalogImage> changed = node.catalog().thumbnailsSince(since.minus(OVERLAP), MAX_IMAGES);
    Map<Long, Instant> seen = new HashMap<>();
    for (CatalogImage image : changed) {
      seen.put(image.id(), image.touched());
      if (!image.touched().equals(recent.get(image.id()))) {
        tell.accept(new News("thumbnail", "", ChangedBody.of(image, bodies)));
      }
      since = image.touched().isAfter(since) ? image.touched() : since;
    }
    recent = seen;
  }

  /** All mounts. */
  record MountsBody(List<MountBody> mountPoints) {}

  /**
   * An image whose picture, or the reason for its lack, has changed.
   *
   * @param version for its address
   */
  record ChangedBody(
      long id,
      String version,
      @Nullable String thumbnailGeneratedAt,
      @Nullable ProblemBody problem) {

    static ChangedBody of(CatalogImage image, ImageBodies bodies) {
      return new ChangedBody(
          image.id(),
          bodies.version(image),
          image.thumbnail().map(saved -> saved.made().toString()).orElse(null),
          image.problem().map(ProblemBody::of).orElse(null));
    }
  }
}
