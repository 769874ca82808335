package dev.astrocat.thumbs.demo.serve.admin;

import dev.astrocat.thumbs.demo.serve.http.Route;
import io.javalin.http.Context;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/** The figures of a process, as Prometheus reads them. */
public final class MetricsRoute {

  private final Meters meters;
  private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();

  /** A route for these figures. */
  public MetricsRoute(Meters meters) {
    this.meters = meters;
  }

  /** The routes. */
  public List<Route> routes() {
    return List.of(
        Route.get("/metrics", "figures of this process", this::metrics).type("text/plain"));
  }

  private void metrics(Context ctx) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    writer.write(text, meters.registry().scrape());
    ctx.contentType(writer.getContentType()).result(text.toByteArray());
  }
}
