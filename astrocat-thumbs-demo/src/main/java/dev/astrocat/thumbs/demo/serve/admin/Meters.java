package dev.astrocat.thumbs.demo.serve.admin;

import dev.astrocat.thumbs.Stage;
import dev.astrocat.thumbs.ThumbnailEvent;
import dev.astrocat.thumbs.ThumbnailListener;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Counts what the generator and the server answer. Thread-safe. */
public final class Meters implements ThumbnailListener {

  private static final String STARTED = "astrocat.started";
  private static final double NANOS = 1e9;
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
  private static final double[] SECONDS = {
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30
  };

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final Counter answers = counter("thumbnails", "thumbnail requests answered", "outcome");
  private final Counter failures = counter("thumbnail_failures", "no thumbnail, by code", "code");
  private final Counter made = counter("thumbnail_bytes", "bytes of thumbnails answered");
  private final Counter read = counter("source_bytes", "bytes of sources that were opened");
  private final Counter requests =
      counter("http_requests", "HTTP requests answered", "method", "route", "status");
  private final Histogram stages = histogram("stage_seconds", "time of a stage", "stage");
  private final Histogram latency =
      histogram("http_request_seconds", "time until an HTTP request is answered", "route");

  /** Counts nothing yet but what the JVM tells. */
  public Meters() {
    JvmMeters.register(registry);
  }

  /** Where the figures are. */
  PrometheusRegistry registry() {
    return registry;
  }

  @Override
  public void answered(ThumbnailEvent event) {
    answers.labelValues(event.outcome().name().toLowerCase(Locale.ROOT)).inc();
    event.code().ifPresent(code -> failures.labelValues(code.name()).inc());
    made.inc(event.thumbnailBytes());
    read.inc(event.sourceBytes());
    for (Map.Entry<Stage, Duration> stage : event.stages().entrySet()) {
      String name = stage.getKey().name().toLowerCase(Locale.ROOT);
      stages.labelValues(name).observe(stage.getValue().toNanos() / NANOS);
    }
  }

  /** Counts all that a server answers, by the route as it stands in the document. */
  public void register(RoutesConfig routes) {
    routes.before(ctx -> ctx.req().setAttribute(STARTED, System.nanoTime()));
    routes.after(this::answered);
  }

  private void answered(Context ctx) {
    String route = route(ctx);
    String status = Integer.toString(ctx.statusCode());
    requests.labelValues(method(ctx), route, status).inc();
    // Event streams end when somebody leaves, which is no latency.
    if (ctx.req().getAttribute(STARTED) instanceof Long started && !route.endsWith("/events")) {
      latency.labelValues(route).observe((System.nanoTime() - started) / NANOS);
    }
  }

  /** Clients invent methods, and each would be a figure for ever. */
  private static String method(Context ctx) {
    String method = ctx.req().getMethod();
    return METHODS.contains(method) ? method : "other";
  }

  private static String route(Context ctx) {
    Endpoint endpoint = ctx.endpoints().lastHttpEndpoint();
    return endpoint == null || endpoint.path.isEmpty() ? "other" : endpoint.path;
  }

  private Counter counter(String name, String help, String... labels) {
    return Counter.builder()
        .name("astrocat_" + name + "_total")
        .help(help)
        .labelNames(labels)
        .register(registry);
  }

  private Histogram histogram(String name, String help, String label) {
    return Histogram.builder()
        .name("astrocat_" + name)
        .help(help)
        .labelNames(label)
        .classicOnly()
        .classicUpperBounds(SECONDS)
        .register(registry);
  }
}
