package dev.astrocat.thumbs.demo.node;

/** What a process is there for. */
public enum Role {
  /** Answers people, and makes thumbnails beside. */
  SERVE,
  /** Makes thumbnails. */
  WORKER
}
