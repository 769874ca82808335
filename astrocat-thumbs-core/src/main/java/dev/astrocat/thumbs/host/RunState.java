package dev.astrocat.thumbs.host;

import java.util.Locale;

/** Where a run stands. */
public enum RunState {
  /** No image has been looked at yet. */
  QUEUED,
  /** Workers are at it. */
  RUNNING,
  /** Workers leave it alone until it is resumed. */
  PAUSED,
  /** All images have been dealt with, none failed. */
  COMPLETED,
  /** All images have been dealt with, some failed. */
  COMPLETED_WITH_ERRORS,
  /** Somebody has stopped it; what is queued stays undone. */
  CANCELLED,
  /** The list of its images could not be read or queued, or who did that was killed. */
  FAILED;

  /** Whether nothing will happen any more. */
  public boolean isEnd() {
    return compareTo(PAUSED) > 0;
  }

  /** The documented status, such as {@code completed_with_errors}. */
  public String status() {
    return name().toLowerCase(Locale.ROOT);
  }
}
