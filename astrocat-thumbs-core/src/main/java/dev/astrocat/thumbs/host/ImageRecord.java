package dev.astrocat.thumbs.host;

import dev.astrocat.thumbs.Subframe;
import dev.astrocat.thumbs.source.ImageSource;
import java.util.Optional;

/**
 * One image of the host. Immutable.
 *
 * @param id the host's own key, never empty
 * @param source where the image is
 * @param subframe whether it is a single exposure, as far as the host knows
 * @param thumbnail its thumbnail, if one was saved and not cleared since
 */
public record ImageRecord(
    String id, ImageSource source, Subframe subframe, Optional<SavedThumbnail> thumbnail) {

  /** Checks the id. */
  public ImageRecord {
    if (id.isEmpty()) {
      throw new IllegalArgumentException("an image record needs an id");
    }
  }

  /** A record without a thumbnail, of which nothing is known but the source. */
  public static ImageRecord of(String id, ImageSource source) {
    return new ImageRecord(id, source, Subframe.AUTO, Optional.empty());
  }

  /** This record with a thumbnail. */
  public ImageRecord withThumbnail(SavedThumbnail saved) {
    return new ImageRecord(id, source, subframe, Optional.of(saved));
  }

  /** This record without a thumbnail. */
  public ImageRecord withoutThumbnail() {
    return new ImageRecord(id, source, subframe, Optional.empty());
  }
}
