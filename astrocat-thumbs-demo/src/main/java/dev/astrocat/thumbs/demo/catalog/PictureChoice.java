package dev.astrocat.thumbs.demo.catalog;

import dev.astrocat.thumbs.Look;
import dev.astrocat.thumbs.Subframe;
import java.util.Optional;

/**
 * How a person wants an image shown. Immutable.
 *
 * @param look the bundle of choices, else the installation's
 * @param stretch id of a stretch, else the look's
 * @param subframe whether it is a single exposure
 */
public record PictureChoice(Optional<Look> look, Optional<String> stretch, Subframe subframe) {

  /** Nothing chosen. */
  public static final PictureChoice NONE =
      new PictureChoice(Optional.empty(), Optional.empty(), Subframe.AUTO);
}
