package dev.astrocat.thumbs.demo.serve;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.astrocat.thumbs.ThumbnailGenerator;
import dev.astrocat.thumbs.demo.catalog.Catalog;
import dev.astrocat.thumbs.demo.config.Settings;
import dev.astrocat.thumbs.demo.index.Indexer;
import dev.astrocat.thumbs.demo.node.Node;
import dev.astrocat.thumbs.demo.serve.admin.HealthRoute;
import dev.astrocat.thumbs.demo.serve.admin.LibraryRoute;
import dev.astrocat.thumbs.demo.serve.admin.MachinesRoute;
import dev.astrocat.thumbs.demo.serve.admin.Meters;
import dev.astrocat.thumbs.demo.serve.admin.MetricsRoute;
import dev.astrocat.thumbs.demo.serve.admin.OpenApiRoute;
import dev.astrocat.thumbs.demo.serve.admin.SessionRoutes;
import dev.astrocat.thumbs.demo.serve.events.EventsRoute;
import dev.astrocat.thumbs.demo.serve.http.AdminKey;
import dev.astrocat.thumbs.demo.serve.http.Route;
import dev.astrocat.thumbs.demo.serve.http.RouteTable;
import dev.astrocat.thumbs.demo.serve.images.ChoiceRoutes;
import dev.astrocat.thumbs.demo.serve.images.ExplainRoute;
import dev.astrocat.thumbs.demo.serve.images.ImageBodies;
import dev.astrocat.thumbs.demo.serve.images.ImageRoutes;
import dev.astrocat.thumbs.demo.serve.images.KnownImages;
import dev.astrocat.thumbs.demo.serve.images.PictureOrders;
import dev.astrocat.thumbs.demo.serve.images.ThumbnailRoutes;
import dev.astrocat.thumbs.demo.serve.indexer.BulkRoutes;
import dev.astrocat.thumbs.demo.serve.indexer.CacheFigures;
import dev.astrocat.thumbs.demo.serve.indexer.FailureRoutes;
import dev.astrocat.thumbs.demo.serve.indexer.IndexerRoutes;
import dev.astrocat.thumbs.demo.serve.indexer.IndexerState;
import dev.astrocat.thumbs.demo.serve.indexer.NamedFolders;
import java.time.Clock;
import java.util.List;

/** Puts the routes of all rooms together over one installation. Thread-safe. */
final class AllRoutes {

  private final PictureOrders orders;
  private final EventsRoute events;
  private final RouteTable table;

  AllRoutes(Node node, Indexer indexer, AdminKey key, Meters meters, ObjectMapper mapper) {
    Settings settings = node.settings();
    Catalog catalog = node.catalog();
    ThumbnailGenerator generator = node.generator();
    Clock clock = Clock.systemUTC();
    KnownImages known = new KnownImages(catalog);
    ImageBodies bodies = ImageBodies.of(settings.thumbnails(), settings.look());
    NamedFolders folders = new NamedFolders(catalog);
    CacheFigures figures = new CacheFigures(generator, settings.thumbnails(), clock);
    IndexerState state = new IndexerState(indexer, node.bulk());
    orders = new PictureOrders(generator, catalog, clock);
    events = new EventsRoute(node, bodies, state, figures, mapper);
    List<List<Route>> rooms =
        List.of(
            new ImageRoutes(catalog, known, bodies).routes(),
            new ThumbnailRoutes(known, bodies, generator, orders, settings.onMiss()).routes(),
            new ChoiceRoutes(catalog, known, bodies, generator, node.bulk()).routes(),
            new ExplainRoute(known, generator, orders).routes(),
            new IndexerRoutes(
                    generator, catalog, node.statistics(), figures, indexer, state, folders, key)
                .routes(),
            new BulkRoutes(node.bulk(), folders).routes(),
            new FailureRoutes(catalog, bodies, node.bulk()).routes(),
            events.routes(),
            new SessionRoutes(key).routes(),
            new LibraryRoute(generator, settings, key).routes(),
            new MachinesRoute(node).routes(),
            new HealthRoute(node).routes(),
            new MetricsRoute(meters).routes(),
            PageRoutes.routes());
    table = new OpenApiRoute(rooms.stream().flatMap(List::stream).toList()).table();
  }

  RouteTable table() {
    return table;
  }

  /**
   * Lets go who listens, as such requests never end by themselves, and who waits for a picture,
   * which may take longer than there is time.
   */
  void end() {
    events.close();
    orders.end();
  }
}
