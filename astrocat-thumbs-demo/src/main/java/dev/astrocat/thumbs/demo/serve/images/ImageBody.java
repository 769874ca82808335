package dev.astrocat.thumbs.demo.serve.images;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.astrocat.thumbs.demo.catalog.CatalogImage;
import dev.astrocat.thumbs.demo.catalog.Frame;
import dev.astrocat.thumbs.demo.catalog.Problem;
import dev.astrocat.thumbs.demo.serve.http.Scrub;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * An image as HTTP clients see it, null where nothing is known; paths are never absolute.
 *
 * @param path mount and folder
 * @param version changes with the source and with how it is shown, so that a picture may be kept
 *     under it for ever
 */
public record ImageBody(
    long id,
    String fileName,
    String mount,
    String folder,
    String path,
    String fileFormat,
    long fileSizeBytes,
    String fileLastModified,
    @Nullable Integer widthPixels,
    @Nullable Integer heightPixels,
    @Nullable String kind,
    @Nullable String subtype,
    @JsonProperty("is_plate_solved") boolean isPlateSolved,
    @Nullable String objectName,
    @Nullable String filterName,
    @Nullable Double exposureSeconds,
    @Nullable Double gain,
    @Nullable Double temperatureCelsius,
    @Nullable String capturedAt,
    @Nullable String decoder,
    @Nullable String thumbnailPath,
    @Nullable String thumbnailGeneratedAt,
    @JsonProperty("has_annotated_image") boolean hasAnnotatedImage,
    @JsonProperty("is_preview") boolean isPreview,
    boolean offline,
    @Nullable ProblemBody problem,
    @Nullable String look,
    @Nullable String stretch,
    String subframe,
    String version) {

  /** Decoder of pictures that lie ready in RAW files; what they show is not the sensor's data. */
  private static final String PREVIEW = ".*(preview|thumbnail)";

  /**
   * Why there is no thumbnail.
   *
   * @param code stable name
   * @param detail in words, without paths
   * @param isTransient whether it may pass
   * @param since when it was first found
   */
  public record ProblemBody(
      String code, String detail, @JsonProperty("transient") boolean isTransient, String since) {

    /** The problem without what is nobody's business outside. */
    public static ProblemBody of(Problem problem) {
      return new ProblemBody(
          problem.code().name(),
          Scrub.clean(problem.detail()),
          problem.isTransient(),
          problem.since().toString());
    }
  }

  static ImageBody of(CatalogImage image, Annotations annotations, String version) {
    Optional<Frame> frame = image.frame();
    return new ImageBody(
        image.id(),
        image.fileName(),
        image.mountName(),
        image.folder(),
        image.path(),
        image.fileFormat(),
        image.sizeBytes(),
        image.modified().toString(),
        frame.map(Frame::width).orElse(null),
        frame.map(Frame::height).orElse(null),
        frame.map(f -> f.kind().name()).orElse(null),
        image.subtype().map(Enum::name).orElse(null),
        frame.map(Frame::plateSolved).orElse(false),
        frame.flatMap(Frame::object).orElse(null),
        frame.flatMap(Frame::filter).orElse(null),
        number(frame.map(Frame::exposureSeconds)),
        number(frame.map(Frame::gain)),
        number(frame.map(Frame::temperatureCelsius)),
        frame.flatMap(Frame::captured).map(Instant::toString).orElse(null),
        frame.map(Frame::decoder).orElse(null),
        image.thumbnail().map(saved -> fileName(saved.location())).orElse(null),
        image.thumbnail().map(saved -> saved.made().toString()).orElse(null),
        annotations.has(image.id()),
        frame.map(f -> f.decoder().matches(PREVIEW)).orElse(false),
        image.offline(),
        image.problem().map(ProblemBody::of).orElse(null),
        image.choice().look().map(ImageBody::word).orElse(null),
        image.choice().stretch().orElse(null),
        word(image.choice().subframe()),
        version);
  }

  private static @Nullable Double number(Optional<OptionalDouble> value) {
    return value.filter(OptionalDouble::isPresent).map(OptionalDouble::getAsDouble).orElse(null);
  }

  private static String fileName(String location) {
    return String.valueOf(Path.of(location).getFileName());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
