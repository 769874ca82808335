package dev.astrocat.thumbs.demo.render;

import dev.astrocat.thumbs.Demosaic;
import dev.astrocat.thumbs.Linking;
import dev.astrocat.thumbs.Look;
import dev.astrocat.thumbs.OutputFormat;
import dev.astrocat.thumbs.Rows;
import dev.astrocat.thumbs.StretchChoice;
import dev.astrocat.thumbs.Subframe;
import dev.astrocat.thumbs.ThumbnailRequest;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How the pictures should look: the options that become a {@link ThumbnailRequest}. */
final class Wish {

  @Option(names = "--look", paramLabel = "LOOK", description = "astrocat (default) or pixinsight")
  private Look look = Look.ASTROCAT;

  @Option(
      names = "--stretch",
      paramLabel = "NAME",
      description = "stretch to use whatever the look says; an unknown name lists those there are")
  @Nullable String stretch;

  @Mixin private LevelOptions levels;

  @Option(
      names = "--linking",
      paramLabel = "auto|linked|unlinked",
      description =
          "whether colour channels share one curve; auto: apart where the sky would have a colour"
              + " (default: what the look says)")
  private @Nullable Linking linking;

  @Option(
      names = "--reduction",
      paramLabel = "before|after",
      description =
          "whether pictures are made small before the stretch or after it"
              + " (default: what the look says)")
  private @Nullable ReductionTime reduction;

  @Option(
      names = "--subframe",
      paramLabel = "yes|no|auto",
      description = "whether the files are single exposures, which are always stretched")
  private Subframe subframe = Subframe.AUTO;

  @Option(
      names = "--demosaic",
      paramLabel = "on|off",
      description = "whether a filter mosaic becomes colour (default: on)")
  private Demosaic demosaic = Demosaic.ON;

  @Option(
      names = "--row-order",
      paramLabel = "stored|flipped|auto",
      description = "which row is the top; auto: what file and look say")
  private Rows rows = Rows.AUTO;

  @Option(
      names = "--size",
      paramLabel = "N",
      description = "longest side in pixels (default: ${DEFAULT-VALUE}); nothing is enlarged",
      defaultValue = "800")
  int size;

  @Option(
      names = "--format",
      paramLabel = "jpeg|png|webp",
      description = "format of the pictures (default: jpeg)")
  OutputFormat format = OutputFormat.JPEG;

  /** The request for one file. */
  ThumbnailRequest of(Path file) {
    return overridden(
        ThumbnailRequest.of(file)
            .look(look)
            .subframe(subframe)
            .demosaic(demosaic)
            .rows(rows)
            .size(size)
            .format(format));
  }

  private ThumbnailRequest overridden(ThumbnailRequest look) {
    ThumbnailRequest linked = linking == null ? look : look.linking(linking);
    ThumbnailRequest reduced = reduction == null ? linked : linked.reduction(reduction.choice());
    return choice().map(reduced::stretch).orElse(reduced);
  }

  /**
   * The stretch that is asked for, by its name or by its points.
   *
   * @throws IllegalArgumentException with a message for people where options contradict each other
   */
  Optional<StretchChoice> choice() {
    Optional<StretchChoice> points = levels.points().map(given -> given);
    if (stretch == null) {
      return points;
    }
    if (points.isPresent()) {
      throw new IllegalArgumentException(
          "--stretch " + stretch + " finds its points by itself; leave it out, or the points");
    }
    return Optional.of(new StretchChoice.Named(stretch));
  }
}
