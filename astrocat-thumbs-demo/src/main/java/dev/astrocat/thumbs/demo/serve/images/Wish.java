package dev.astrocat.thumbs.demo.serve.images;

import dev.astrocat.thumbs.Look;
import dev.astrocat.thumbs.NamedSize;
import dev.astrocat.thumbs.OutputFormat;
import dev.astrocat.thumbs.Subframe;
import dev.astrocat.thumbs.ThumbnailGenerator;
import dev.astrocat.thumbs.ThumbnailRequest;
import dev.astrocat.thumbs.demo.catalog.CatalogImage;
import dev.astrocat.thumbs.demo.serve.http.Failures;
import dev.astrocat.thumbs.demo.serve.http.Param;
import dev.astrocat.thumbs.demo.serve.http.Query;
import dev.astrocat.thumbs.encode.AcceptHeader;
import dev.astrocat.thumbs.source.ImageSource;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads from a request which picture of an image is wanted; what it does not say is as it was
 * chosen for the image, else as the installation has it. Thread-safe.
 */
final class Wish {

  /** The documented size of the stretched picture. */
  private static final int STRETCHED_PIXELS = 1_024;

  private final ThumbnailGenerator generator;
  private final List<OutputFormat> formats;
  private final List<String> names;

  Wish(ThumbnailGenerator generator) {
    this.generator = generator;
    this.formats = generator.outputFormats();
    this.names = formats.stream().flatMap(Wish::namesOf).distinct().toList();
  }

  /** Parameters that tell how it is to be shown. */
  List<Param> shownParams() {
    return List.of(
        Param.text("look", "the image's or the installation's unless given").oneOf(Look.values()),
        Param.text("stretch", "the look's unless given").oneOf(generator.stretchIds()),
        Param.text("subframe", "whether it is a single exposure").oneOf(Subframe.values()));
  }

  /** Parameters that tell which file is wanted. */
  List<Param> fileParams() {
    return List.of(
        Param.text("size", "page unless given; pixels snap up to a named size")
            .oneOf(NamedSize.values())
            .orNumber(1),
        formatParam("what Accept prefers unless given"),
        Param.yesNo("stretched", "stretched as a single exposure, at most 1024 pixels"),
        Param.text(Failures.PLACEHOLDER, "a failure is a picture, too")
            .oneOf(Failures.PLACEHOLDERS),
        Param.text("v", "version of the image; the right one lets browsers keep the picture"));
  }

  Param formatParam(String meaning) {
    return Param.text("format", meaning).oneOf(names);
  }

  /** The picture in the wanted size and format. */
  ThumbnailRequest picture(CatalogImage image, Context ctx) {
    Query query = new Query(ctx);
    query.oneOf(Failures.PLACEHOLDER, Failures.PLACEHOLDERS); // looked at when there is a failure
    NamedSize size = query.size("size", generator.sizes(), NamedSize.PAGE);
    ThumbnailRequest request = shown(image, query).format(format(ctx, query));
    if (query.yesNo("stretched").orElse(false)) {
      int pixels = ctx.queryParam("size") == null ? STRETCHED_PIXELS : generator.sizes().of(size);
      return request.subframe(Subframe.YES).size(Math.min(pixels, STRETCHED_PIXELS));
    }
    return request.size(size);
  }

  /** The picture in the default size and format. */
  ThumbnailRequest shown(CatalogImage image, Query query) {
    ThumbnailRequest request = ThumbnailRequest.of(ImageSource.within(image.mount(), image.file()));
    Optional<Look> look = query.constant("look", List.of(Look.values())).or(image.choice()::look);
    Optional<String> stretch =
        query.oneOf("stretch", generator.stretchIds()).or(image.choice()::stretch);
    Optional<Subframe> subframe = query.constant("subframe", List.of(Subframe.values()));
    request = look.map(request::look).orElse(request);
    request = stretch.map(request::stretch).orElse(request);
    return request.subframe(subframe.orElse(image.subframe()));
  }

  /** Of the name of a format, or of its extension. */
  Optional<OutputFormat> format(Query query) {
    return query
        .oneOf("format", names)
        .flatMap(name -> formats.stream().filter(f -> namesOf(f).anyMatch(name::equals)).findAny());
  }

  private static Stream<String> namesOf(OutputFormat format) {
    return Stream.of(format.name().toLowerCase(Locale.ROOT), format.extension());
  }

  /** A list may come in several lines. */
  private static String accepted(Context ctx) {
    return String.join(",", Collections.list(ctx.req().getHeaders(Header.ACCEPT)));
  }

  /** As the request says, or else what the client likes best. */
  private OutputFormat format(Context ctx, Query query) {
    return format(query)
        .orElseGet(
            () -> {
              ctx.header(Header.VARY, Header.ACCEPT);
              return AcceptHeader.best(accepted(ctx), formats);
            });
  }
}
