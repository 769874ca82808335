package dev.astrocat.thumbs.demo.serve.indexer;

import dev.astrocat.thumbs.ThumbnailGenerator;
import dev.astrocat.thumbs.cache.Cleared;
import dev.astrocat.thumbs.demo.catalog.Catalog;
import dev.astrocat.thumbs.demo.index.Indexer;
import dev.astrocat.thumbs.demo.serve.http.AdminKey;
import dev.astrocat.thumbs.demo.serve.http.JsonBody;
import dev.astrocat.thumbs.demo.serve.http.Param;
import dev.astrocat.thumbs.demo.serve.http.Route;
import dev.astrocat.thumbs.demo.serve.indexer.CacheFigures.TimedStatsBody;
import dev.astrocat.thumbs.host.SystemStats;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The cache's figures and its clearing; scans and how they stand. */
public final class IndexerRoutes {

  private static final String PATH = "a folder at or below a mount, absolute or by mount name";

  private final ThumbnailGenerator generator;
  private final Catalog catalog;
  private final SystemStats statistics;
  private final CacheFigures figures;
  private final Indexer indexer;
  private final IndexerState state;
  private final NamedFolders folders;
  private final AdminKey key;

  /** Routes over an installation. */
  public IndexerRoutes(
      ThumbnailGenerator generator,
      Catalog catalog,
      SystemStats statistics,
      CacheFigures figures,
      Indexer indexer,
      IndexerState state,
      NamedFolders folders,
      AdminKey key) {
    this.generator = generator;
    this.catalog = catalog;
    this.statistics = statistics;
    this.figures = figures;
    this.indexer = indexer;
    this.state = state;
    this.folders = folders;
    this.key = key;
  }

  /** The routes. */
  public List<Route> routes() {
    return List.of(
        Route.get(
                "/api/indexer/thumbnails/stats",
                "what the cache holds",
                ctx -> ctx.json(figures.timed()))
            .answers(TimedStatsBody.class),
        Route.post("/api/indexer/thumbnails/clear", "delete all thumbnails", this::clear)
            .answers(ClearedBody.class),
        Route.get("/api/indexer/status", "mounts and scans", this::status)
            .answers(StatusBody.class)
            .problems(429),
        Route.post(
                "/api/indexer/scan",
                "look for new, changed and gone files",
                this::scan,
                Param.field("path", PATH + "; all mounts unless given").orNull())
            .accepted()
            .answers(ScanStartedBody.class)
            .problems(404),
        Route.post(
                "/api/indexer/batch/rescan",
                "read the headers of all files in a folder again",
                this::rescan,
                Param.field("path", PATH).needed())
            .accepted()
            .answers(ScanStartedBody.class)
            .problems(404));
  }

  private void clear(Context ctx) {
    Cleared cleared = generator.clear(catalog, statistics);
    ctx.json(new ClearedBody("Cache cleared and stats updated", cleared.entries()));
  }

  /** What a clear did. */
  record ClearedBody(String message, long filesDeleted) {}

  private void status(Context ctx) {
    ctx.json(key.admits(ctx) ? state.forAdministrators() : state.forVisitors());
  }

  private void scan(Context ctx) throws IOException {
    Optional<Path> folder = JsonBody.of(ctx).text("path").map(folders::named);
    started(ctx, folder.map(f -> List.of(indexer.scan(f))).orElseGet(indexer::scanAll));
  }

  private void rescan(Context ctx) throws IOException {
    String path = JsonBody.of(ctx).text("path").orElseThrow(BulkRoutes::noPath);
    started(ctx, List.of(indexer.rescan(folders.named(path))));
  }

  /** The first key also stands alone: one scan is what most ask for. */
  private static void started(Context ctx, List<String> keys) {
    String first = keys.get(0);
    ctx.json(new ScanStartedBody("Scan started", first, first, keys));
  }

  /**
   * Scans that were begun.
   *
   * @param taskId the first key
   * @param key the same
   * @param keys by which they can be watched
   */
  record ScanStartedBody(String message, String taskId, String key, List<String> keys) {}
}
