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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whether all that the server needs is there, told within a second. */
public final class HealthRoute {

  private static final String OK = "ok";

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
        Route.get("/health", "200 when all is well, 503 when something is missing", this::health));
  }

  private void health(Context ctx) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("database", status(node.databaseOutages()));
    parts.put(
        "redis",
        node.settings().redis().isPresent() ? status(node.redisOutages()) : "not configured");
    parts.put("cache", cache.status());
    boolean isOk =
        parts.values().stream().allMatch(p -> p.equals(OK) || p.equals("not configured"));
    ctx.status(isOk ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
    ctx.header(Header.CACHE_CONTROL, "no-store");
    ctx.json(body(isOk ? OK : "degraded", parts));
  }

  private Map<String, Object> body(String status, Map<String, String> parts) {
    DecoderStates states = DecoderStates.of(node.generator());
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("status", status);
    body.put("version", Version.number());
    body.putAll(parts);
    body.put("decoders", node.generator().decoderIds());
    body.put("details", cleaned(states.details()));
    body.put("unavailable", cleaned(states.unavailable()));
    body.put("stretches", node.generator().stretchIds());
    body.put("formats", LibraryRoute.words(node.generator().outputFormats()));
    return body;
  }

  private static Map<String, String> cleaned(Map<String, String> texts) {
    Map<String, String> cleaned = new TreeMap<>(texts);
    cleaned.replaceAll((id, text) -> Scrub.clean(text));
    return cleaned;
  }

  static String status(Outages outages) {
    return outages.since().map(since -> "away since " + since).orElse(OK);
  }
}
