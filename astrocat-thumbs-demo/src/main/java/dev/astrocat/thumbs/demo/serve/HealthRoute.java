package dev.astrocat.thumbs.demo.serve;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.astrocat.thumbs.ThumbnailGenerator;
import dev.astrocat.thumbs.demo.Version;
import io.javalin.config.RoutesConfig;
import java.util.List;
import java.util.Locale;

/** Whether the server is there, and what it can do. */
final class HealthRoute {

  private final ThumbnailGenerator generator;

  HealthRoute(ThumbnailGenerator generator) {
    this.generator = generator;
  }

  void register(RoutesConfig routes) {
    routes.get(
        "/health",
        ctx ->
            ctx.json(
                new Health(
                    "ok",
                    Version.number(),
                    generator.decoderIds(),
                    generator.stretchIds(),
                    formats())));
  }

  private List<String> formats() {
    return generator.outputFormats().stream()
        .map(format -> format.name().toLowerCase(Locale.ROOT))
        .toList();
  }

  /**
   * The answer.
   *
   * @param status ok
   * @param version of the demo and the library
   * @param decoders formats that can be read
   * @param stretches stretches that can be asked for
   * @param formats output formats that can be asked for
   */
  record Health(
      @JsonProperty("status") String status,
      @JsonProperty("version") String version,
      @JsonProperty("decoders") List<String> decoders,
      @JsonProperty("stretches") List<String> stretches,
      @JsonProperty("formats") List<String> formats) {}
}
