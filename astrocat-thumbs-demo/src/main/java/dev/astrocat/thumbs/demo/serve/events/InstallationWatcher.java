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
import java.time.InstantSource;
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

  private final Node node;
  private final ImageBodies bodies;
  private final IndexerState indexer;
  private final CacheFigures figures;
  private final Map<String, Object> told = new HashMap<>();
  private final ChangedImages images;

  InstallationWatcher(Node node, ImageBodies bodies, IndexerState indexer, CacheFigures figures) {
    this.node = node;
    this.bodies = bodies;
    this.indexer = indexer;
    this.figures = figures;
    this.images = new ChangedImages(node.catalog()::changedAfter, InstantSource.system());
  }

  @Override
  public void forget() {
    told.clear();
    images.forget();
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

  private void images(Consumer<News> tell) {
    for (CatalogImage image : images.next()) {
      tell.accept(new News("thumbnail", "", ChangedBody.of(image, bodies)));
    }
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
