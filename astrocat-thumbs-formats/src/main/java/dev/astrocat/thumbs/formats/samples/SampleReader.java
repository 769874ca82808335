package dev.astrocat.thumbs.formats.samples;

import java.io.Closeable;
import java.io.IOException;

/** The samples of one array in the order in which they are stored. Thread-safe. */
public interface SampleReader extends Closeable {

  /**
   * Reads {@code count} samples from {@code first} on.
   *
   * @param target array of the image's sample type
   * @param at index in {@code target} of the first one
   * @throws java.io.EOFException if the file ends before that
   */
  void read(long first, int count, Object target, int at) throws IOException;
}
