package dev.astrocat.thumbs.demo.serve;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.astrocat.thumbs.OutputFormat;
import dev.astrocat.thumbs.ThumbnailGenerator;
import dev.astrocat.thumbs.demo.DecoderStates;
import dev.astrocat.thumbs.demo.Version;
import io.javalin.config.RoutesConfig;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whether the server is there, and what it can do. */
final class HealthRoute {

  private final ThumbnailGenerator generator;

  HealthRoute(ThumbnailGenerator generator) {
    this.generator = generator;
  }

  void register(RoutesConfig routes) {
    routes.get("/health", ctx -> ctx.json(health()));
  }

  private Health health() {
    DecoderStates states = DecoderStates.of(generator);
    return new Health(
        "ok",
        Version.number(),
        generator.decoderIds(),
        states.details(),
        states.unavailable(),
        generator.stretchIds(),
        generator.outputFormats().stream().map(HealthRoute::id).toList());
  }

  private static String id(OutputFormat format) {
    return format.name().toLowerCase(Locale.ROOT);
  }

  /**
   * The answer.
   *
   * @param status ok
   * @param version of the demo and the library
   * @param decoders ids of all decoders
   * @param details what those that are ready tell of themselves, by id
   * @param unavailable what others need, by id
   * @param stretches stretches that can be asked for
   * @param formats output formats that can be asked for
   */
  record Health(
      @JsonProperty("status") String status,
      @JsonProperty("version") String version,
      @JsonProperty("decoders") List<String> decoders,
      @JsonProperty("details") Map<String, String> details,
      @JsonProperty("unavailable") Map<String, String> unavailable,
      @JsonProperty("stretches") List<String> stretches,
      @JsonProperty("formats") List<String> formats) {}
}
