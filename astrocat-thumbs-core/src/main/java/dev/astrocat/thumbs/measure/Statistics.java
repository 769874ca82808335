package dev.astrocat.thumbs.measure;

import dev.astrocat.thumbs.decode.ImageInfo;

/**
 * What a stretch may know of an image. Everything is computed on demand, exactly, and kept. One
 * thread at a time.
 */
public interface Statistics {

  /** What the image is like. */
  ImageInfo info();

  /**
   * All channels together, as if they were one.
   *
   * @throws dev.astrocat.thumbs.DecodeException {@code NO_VALID_PIXELS} without a finite sample
   */
  Distribution joint();

  /**
   * One channel.
   *
   * @throws dev.astrocat.thumbs.DecodeException {@code NO_VALID_PIXELS} without a finite sample
   */
  Distribution channel(int channel);
}
