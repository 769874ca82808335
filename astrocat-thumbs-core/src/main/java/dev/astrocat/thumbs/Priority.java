package dev.astrocat.thumbs;

/** Who goes first; the order of the constants is the order of service. */
public enum Priority {
  /** A person is waiting. */
  INTERACTIVE,
  /** An image that has just come. */
  NEW,
  /** One of many that nobody waits for. */
  BULK
}
