package dev.astrocat.thumbs.host;

import dev.astrocat.thumbs.Look;
import dev.astrocat.thumbs.Subframe;
import dev.astrocat.thumbs.source.ImageSource;
import java.util.Optional;

/**
 * One image of the host. Immutable: each method gives a changed copy.
 *
 * @param id the host's own key, never empty
 * @param source where the image is
 * @param subframe whether it is a single exposure, as far as the host knows
 * @param look of its own; the job's, or else the generator's, when empty
 * @param stretch id of a stretch strategy of its own; the job's, or else the look's, when empty
 * @param thumbnail its thumbnail, if one was saved and not cleared since
 */
public record ImageRecord(
    String id,
    ImageSource source,
    Subframe subframe,
    Optional<Look> look,
    Optional<String> stretch,
    Optional<SavedThumbnail> thumbnail) {

  /** Checks the id. */
  public ImageRecord {
    if (id.isEmpty()) {
      throw new IllegalArgumentException("an image record needs an id");
    }
  }

  /** A record without a thumbnail, of which nothing is known but the source. */
  public static ImageRecord of(String id, ImageSource source) {
    return new ImageRecord(
        id, source, Subframe.AUTO, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** With another place of the image, or a version of it. */
  public ImageRecord withSource(ImageSource value) {
    return new ImageRecord(id, value, subframe, look, stretch, thumbnail);
  }

  /** As a single exposure, or not. */
  public ImageRecord withSubframe(Subframe value) {
    return new ImageRecord(id, source, value, look, stretch, thumbnail);
  }

  /** With a look of its own. */
  public ImageRecord withLook(Look value) {
    return new ImageRecord(id, source, subframe, Optional.of(value), stretch, thumbnail);
  }

  /** With a stretch strategy of its own. */
  public ImageRecord withStretch(String strategy) {
    return new ImageRecord(id, source, subframe, look, Optional.of(strategy), thumbnail);
  }

  /** With a thumbnail. */
  public ImageRecord withThumbnail(SavedThumbnail saved) {
    return new ImageRecord(id, source, subframe, look, stretch, Optional.of(saved));
  }

  /** Without a thumbnail. */
  public ImageRecord withoutThumbnail() {
    return new ImageRecord(id, source, subframe, look, stretch, Optional.empty());
  }
}
