package dev.astrocat.thumbs.demo.config;

/** What is answered when an image has no cached thumbnail. */
public enum OnMiss {
  /** It is made at once. */
  GENERATE,
  /** A picture that says that there is none. */
  PLACEHOLDER,
  /** Status 404. */
  NOT_FOUND
}
