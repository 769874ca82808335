package dev.astrocat.thumbs.host;

import java.util.Optional;

/** Says before each image of a job whether the job may go on. Thread-safe. */
@FunctionalInterface
public interface Admission {

  /** Everything may go on at once. */
  Admission ALWAYS = (job, image) -> Optional.of(() -> {});

  /**
   * May wait for a moment.
   *
   * @return held while the image is worked on; empty if the job is to be given back, since others
   *     go first
   */
  Optional<Permit> admit(ThumbnailJob job, ImageRecord image);

  /** The right to work on one image. */
  @FunctionalInterface
  interface Permit extends AutoCloseable {
    @Override
    void close();
  }
}
