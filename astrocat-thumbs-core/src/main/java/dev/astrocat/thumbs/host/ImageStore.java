package dev.astrocat.thumbs.host;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The host's records of images. Thread-safe; methods may block. What they throw becomes {@link
 * dev.astrocat.thumbs.ErrorCode#HOST_FAILURE}.
 */
public interface ImageStore {

  /** The record of that id. */
  Optional<ImageRecord> find(String id);

  /**
   * Some records, in an order of the ids that never changes, for walking over all of them while
   * others come and go. Called once a page; the record that the last page ended with may be gone.
   *
   * @param under only images in this folder or below it; all when empty. A store may give too many:
   *     the caller compares paths element by element
   * @param after the id that the last page ended with; from the first when empty
   * @param limit most records wanted, at least 1
   * @return the next records; none when there are no more
   */
  List<ImageRecord> page(Optional<Path> under, Optional<String> after, int limit);

  /**
   * How many records {@link #page} would give in all, for the total of a run's progress while its
   * images are still being listed. Called once a run; quick, or else empty.
   *
   * @param under as for {@link #page}; may count too many
   */
  default OptionalLong count(Optional<Path> under) {
    return OptionalLong.empty();
  }

  /**
   * Remembers where an image's thumbnail is and when it was made.
   *
   * @return whether there is such an image
   */
  boolean saveThumbnail(String id, String location, Instant made);

  /**
   * Forgets all thumbnails; calling it again is harmless.
   *
   * @return how many were forgotten
   */
  long clearThumbnails();
}
