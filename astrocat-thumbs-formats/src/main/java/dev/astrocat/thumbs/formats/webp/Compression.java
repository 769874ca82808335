package dev.astrocat.thumbs.formats.webp;

/** What an encoder may give up for small files. Immutable. */
sealed interface Compression {

  /**
   * Looks the same.
   *
   * @param quality 0 to 100
   */
  record Lossy(int quality) implements Compression {}

  /** Is the same. */
  record Lossless() implements Compression {}
}
