package dev.astrocat.thumbs.host;

/** Which of a job's images get a new thumbnail; the others are skipped. */
public enum Renewal {
  /** Those for which the cache holds none of the present bytes: missing or stale. */
  NEEDED,
  /** Those for which the cache holds none at all, or the host's record tells of none. */
  MISSING,
  /** Those for which it holds one of other bytes, unless the present ones failed before. */
  STALE,
  /** Those whose last attempt failed for good: they are tried once more. */
  FAILED,
  /** All, whatever the cache holds. */
  FORCED
}
