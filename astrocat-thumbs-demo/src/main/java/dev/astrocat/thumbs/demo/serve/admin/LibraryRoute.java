package dev.astrocat.thumbs.demo.serve.admin;

import dev.astrocat.thumbs.NamedSize;
import dev.astrocat.thumbs.OutputFormat;
import dev.astrocat.thumbs.ThumbnailGenerator;
import dev.astrocat.thumbs.decode.Availability;
import dev.astrocat.thumbs.demo.config.Setting;
import dev.astrocat.thumbs.demo.config.Settings;
import dev.astrocat.thumbs.demo.serve.http.AdminKey;
import dev.astrocat.thumbs.demo.serve.http.Route;
import dev.astrocat.thumbs.demo.serve.http.Scrub;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the installation is like: its look, sizes, decoders, and the settings behind them. */
public final class LibraryRoute {

  private final ThumbnailGenerator generator;
  private final Settings settings;
  private final AdminKey key;

  /** A route over an installation. */
  public LibraryRoute(ThumbnailGenerator generator, Settings settings, AdminKey key) {
    this.generator = generator;
    this.settings = settings;
    this.key = key;
  }

  /** The routes. */
  public List<Route> routes() {
    return List.of(
        Route.get("/api/library", "looks, sizes, stretches, formats, decoders", this::library)
            .answers(LibraryBody.class));
  }

  private void library(Context ctx) {
    List<Setting> shown = key.admits(ctx) ? settings.shown() : List.of(); // they hold paths
    ctx.json(
        new LibraryBody(
            word(settings.look()),
            sizes(),
            generator.stretchIds(),
            generator.outputFormats().stream().map(LibraryRoute::word).toList(),
            shown.stream().map(SettingBody::of).toList(),
            decoders(generator)));
  }

  private Map<String, Integer> sizes() {
    Map<String, Integer> sizes = new LinkedHashMap<>();
    for (NamedSize size : NamedSize.values()) {
      sizes.put(word(size), generator.sizes().of(size));
    }
    return sizes;
  }

  static Map<String, DecoderBody> decoders(ThumbnailGenerator generator) {
    Map<String, DecoderBody> decoders = new LinkedHashMap<>();
    generator.availability().forEach((id, state) -> decoders.put(id, DecoderBody.of(state)));
    return decoders;
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  static List<String> words(List<OutputFormat> formats) {
    return formats.stream().map(LibraryRoute::word).toList();
  }

  /** A setting and the variable that sets it. */
  record SettingBody(String name, String variable, String option, String value) {
    static SettingBody of(Setting setting) {
      return new SettingBody(
          setting.name(), setting.variable(), setting.option(), setting.shownValue());
    }
  }

  /** Whether a decoder can be used on this machine, and its version or what it lacks. */
  record DecoderBody(boolean ready, String detail) {
    static DecoderBody of(Availability state) {
      return new DecoderBody(state.isReady(), Scrub.clean(state.detail()));
    }
  }

  /** Answer of the route. */
  record LibraryBody(
      String look,
      Map<String, Integer> sizes,
      List<String> stretches,
      List<String> formats,
      List<SettingBody> settings,
      Map<String, DecoderBody> decoders) {}
}
