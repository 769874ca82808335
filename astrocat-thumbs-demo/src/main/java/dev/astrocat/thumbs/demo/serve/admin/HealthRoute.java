package dev.astrocat.thumbs.demo.serve.admin;

import dev.astrocat.thumbs.demo.DecoderStates;
import dev.astrocat.thumbs.demo.Version;
import dev.astrocat.thumbs.demo.node.Node;
import dev.astrocat.thumbs.demo.node.Outages;
import dev.astrocat.thumbs.demo.serve.http.Route;
import dev.astrocat.thumbs.demo.serve.http.Scrub;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Whether all that the server needs is there, told within a second. */
public final class HealthRoute {

  private static final String OK = "ok";
  private static final String UNUSED = "not configured";

  private final Node node;
  private final CacheProbe cache;

  /** A route over an installation. */
  public HealthRoute(Node node) {
    this.node = node;
    this.cache = new CacheProbe(node.settings().thumbnails());
  }

  /** The routes. */
  public List<Route> routes() {
    return List.of(
        Route.get("/health", "200 when all is well, 503 when something is missing", this::health)
            .answers(HealthBody.class)
            .also(503));
  }

  private void health(Context ctx) {
    HealthBody body = body();
    ctx.status(body.status().equals(OK) ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
    ctx.header(Header.CACHE_CONTROL, "no-store");
    ctx.json(body);
  }

  private HealthBody body() {
    DecoderStates states = DecoderStates.of(node.generator());
    String database = status(node.databaseOutages());
    String redis = node.settings().redis().isPresent() ? status(node.redisOutages()) : UNUSED;
    String folder = cache.status();
    boolean isOk = Set.of(OK, UNUSED).containsAll(List.of(database, redis, folder));
    return new HealthBody(
        isOk ? OK : "degraded",
        Version.number(),
        database,
        redis,
        folder,
        node.generator().decoderIds(),
        cleaned(states.details()),
        cleaned(states.unavailable()),
        node.generator().stretchIds(),
        LibraryRoute.words(node.generator().outputFormats()));
  }

  /**
   * Answer of the route.
   *
   * @param status {@code ok} or {@code degraded}
   * @param details what decoders tell of themselves
   * @param unavailable what decoders lack that cannot be used
   */
  record HealthBody(
      String status,
      String version,
      String database,
      String redis,
      String cache,
      List<String> decoders,
      Map<String, String> details,
      Map<String, String> unavailable,
      List<String> stretches,
      List<String> formats) {}

  private static Map<String, String> cleaned(Map<String, String> texts) {
    Map<String, String> cleaned = new TreeMap<>(texts);
    cleaned.replaceAll((id, text) -> Scrub.clean(text));
    return cleaned;
  }

  static String status(Outages outages) {
    return outages
        .present()
        .map(outage -> words(outage.trouble()) + " since " + outage.since())
        .orElse(OK);
  }

  private static String words(Outages.Trouble trouble) {
    return trouble.name().toLowerCase(Locale.ROOT);
  }
}
