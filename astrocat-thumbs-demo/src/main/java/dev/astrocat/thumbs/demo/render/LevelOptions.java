package dev.astrocat.thumbs.demo.render;

import dev.astrocat.thumbs.StretchChoice.Levels;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Points of the stretch that a person sets. */
final class LevelOptions {

  @Option(
      names = "--shadows",
      paramLabel = "0..1",
      description = "what becomes black, of the file's range (default: 0)")
  private @Nullable Double shadows;

  @Option(
      names = "--midtones",
      paramLabel = "0..1",
      description = "what becomes middle grey, between black and white (default: 0.5)")
  private @Nullable Double midtones;

  @Option(
      names = "--highlights",
      paramLabel = "0..1",
      description = "what becomes white, of the file's range (default: 1)")
  private @Nullable Double highlights;

  /**
   * The points, when any is given.
   *
   * @throws IllegalArgumentException with a message for people where they are out of order
   */
  Optional<Levels> points() {
    if (shadows == null && midtones == null && highlights == null) {
      return Optional.empty();
    }
    Levels none = Levels.IDENTITY;
    return Optional.of(
        new Levels(
            shadows == null ? none.shadows() : shadows,
            midtones == null ? none.midtones() : midtones,
            highlights == null ? none.highlights() : highlights));
  }
}
