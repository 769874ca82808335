package dev.astrocat.thumbs;

/** A stage of making a thumbnail, whose time a {@link ThumbnailEvent} tells. */
public enum Stage {
  /** The source is opened, recognised, and its headers are read; some formats decode whole here. */
  OPEN,
  /** The open source waits, since others are being decoded. */
  ADMISSION,
  /** Statistics are taken, which reads the rows, or a kept tone curve is found. */
  MEASURE,
  /** Rows are read, stretched, reduced and resampled. */
  RENDER,
  /** Pictures become files. */
  ENCODE,
  /** Files go into the cache. */
  STORE
}
