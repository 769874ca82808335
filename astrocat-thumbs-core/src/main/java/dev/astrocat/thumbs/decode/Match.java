package dev.astrocat.thumbs.decode;

/** How sure a decoder is that a source is of its format; what is declared later is surer. */
public enum Match {
  /** Not this format. */
  NO,
  /** Only the file name says so. */
  BY_NAME,
  /** The content says so, but the decoder shows only a smaller picture that the file carries. */
  BY_PREVIEW,
  /** The content says so. */
  BY_CONTENT
}
