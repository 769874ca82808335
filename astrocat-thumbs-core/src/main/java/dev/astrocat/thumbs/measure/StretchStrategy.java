package dev.astrocat.thumbs.measure;

import dev.astrocat.thumbs.Linking;

/**
 * Turns statistics into a tone curve. Stateless and thread-safe, with a public no-argument
 * constructor, found by {@link java.util.ServiceLoader} or given to the builder. Called once a
 * source version, for each look it is asked for.
 */
public interface StretchStrategy {

  /** Lower-case stable name, as users write it: {@code astrocat}. */
  String id();

  /**
   * Measures what it needs and gives the curve. Must give finite numbers for every image.
   *
   * @param linking whether the channels of a colour image share one curve; {@code AUTO} leaves it
   *     to the strategy, which reports what it decided as {@link Stretch#decisions()}
   * @throws dev.astrocat.thumbs.ThumbnailException {@code NO_VALID_PIXELS}, or what reading throws
   */
  Stretch measure(Statistics statistics, Linking linking);
}
