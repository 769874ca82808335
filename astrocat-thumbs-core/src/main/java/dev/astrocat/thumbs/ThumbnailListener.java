package dev.astrocat.thumbs;

/**
 * Hears of each answer of a generator, for the host's metrics. Thread-safe; called in the thread
 * that asked, so it must be quick. What it throws is logged and harms nobody.
 */
@FunctionalInterface
public interface ThumbnailListener {

  /** Hears nothing. */
  ThumbnailListener NONE = event -> {};

  /** Called once for each request that was answered, with a thumbnail or a failure. */
  void answered(ThumbnailEvent event);
}
