package dev.astrocat.thumbs.demo.jobs;

import dev.astrocat.thumbs.host.BulkProgress;

/**
 * A run as it is shown. Immutable.
 *
 * @param key of its progress
 * @param kind {@code thumbnails}, {@code rescan} or {@code scan}
 * @param label what it is about, for people
 * @param progress how far it has come
 */
public record Run(String key, String kind, String label, BulkProgress progress) {

  /** The kind of runs that make thumbnails. */
  public static final String THUMBNAILS = "thumbnails";
}
