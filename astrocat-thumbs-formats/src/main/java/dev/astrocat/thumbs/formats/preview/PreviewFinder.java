package dev.astrocat.thumbs.formats.preview;

import dev.astrocat.thumbs.source.SourceBytes;
import java.io.IOException;

/** Walks through one kind of RAW container. Thread-safe. */
@FunctionalInterface
interface PreviewFinder {

  /**
   * Tells {@code contents} what the file says. What is wrong with one part of a file does not end
   * the search in the others.
   *
   * @throws dev.astrocat.thumbs.DecodeException if the container itself cannot be read
   * @throws IOException if reading fails
   */
  void find(SourceBytes source, RawContents contents) throws IOException;
}
