package dev.astrocat.thumbs.demo.render;

import dev.astrocat.thumbs.Demosaic;
import dev.astrocat.thumbs.Look;
import dev.astrocat.thumbs.OutputFormat;
import dev.astrocat.thumbs.Rows;
import dev.astrocat.thumbs.Subframe;
import dev.astrocat.thumbs.ThumbnailRequest;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
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
    ThumbnailRequest request =
        ThumbnailRequest.of(file)
            .look(look)
            .subframe(subframe)
            .demosaic(demosaic)
            .rows(rows)
            .size(size)
            .format(format);
    return stretch == null ? request : request.stretch(stretch);
  }
}
