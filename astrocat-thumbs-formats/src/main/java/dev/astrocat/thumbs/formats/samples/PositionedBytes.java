package dev.astrocat.thumbs.formats.samples;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Bytes that are read by position. Thread-safe. */
@FunctionalInterface
public interface PositionedBytes {

  /**
   * Fills the rest of {@code target}.
   *
   * @throws java.io.EOFException if the bytes end before that
   */
  void readFully(ByteBuffer target, long position) throws IOException;
}
