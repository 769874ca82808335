package dev.astrocat.thumbs.formats.fits;

import java.io.Closeable;
import java.io.IOException;

/**
 * The samples of one data array in the order of FITS 4.0 section 3.3.2: the first axis varies
 * fastest. Thread-safe.
 */
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
