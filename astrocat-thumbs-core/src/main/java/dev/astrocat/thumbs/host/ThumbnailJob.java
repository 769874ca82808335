package dev.astrocat.thumbs.host;

import dev.astrocat.thumbs.Priority;
import java.util.List;

/**
 * A chunk of images to make thumbnails of, as it goes through a queue. Immutable. A job may be run
 * twice: what was finished the first time is neither made nor counted again.
 *
 * @param key where the progress of its run is kept, see {@link ProgressKeys}
 * @param run id of the run
 * @param chunk number of this chunk in its run, from 0
 * @param images ids of the images, 1 to {@link #MAX_IMAGES}
 * @param options what thumbnails
 * @param renewal of which images
 * @param priority who goes first
 */
public record ThumbnailJob(
    String key,
    String run,
    int chunk,
    List<String> images,
    JobOptions options,
    Renewal renewal,
    Priority priority) {

  /** Most images of one job. */
  public static final int MAX_IMAGES = 500;

  /** Checks what must be there. */
  public ThumbnailJob {
    images = List.copyOf(images);
    boolean sound =
        !key.isBlank()
            && run.matches("[0-9A-Za-z-]{1,64}")
            && chunk >= 0
            && !images.isEmpty()
            && images.size() <= MAX_IMAGES
            && images.stream().noneMatch(String::isEmpty);
    if (!sound) {
      throw new IllegalArgumentException(
          "a job needs a key, a run, a chunk and 1 to %d images, was: %s, %s, %d, %d images"
              .formatted(MAX_IMAGES, key, run, chunk, images.size()));
    }
  }

  /**
   * The job as lines of text, in a form that later versions of this library read, for queues that
   * keep texts.
   */
  public String text() {
    return JobText.of(this);
  }

  /**
   * The job that {@link #text} wrote.
   *
   * @throws IllegalArgumentException if it is not the text of a job, or of a later form than this
   *     version knows
   */
  public static ThumbnailJob parse(String text) {
    return JobText.parse(text);
  }
}
