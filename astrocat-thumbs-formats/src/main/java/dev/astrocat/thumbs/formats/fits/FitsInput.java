package dev.astrocat.thumbs.formats.fits;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The bytes of a FITS file, be it plain or inflated on the way. Thread-safe. */
public interface FitsInput extends Closeable {

  /** Whether the file has bytes up to {@code end}, exclusive. May inflate that much. */
  boolean reaches(long end) throws IOException;

  /**
   * Fills the rest of {@code target}.
   *
   * @throws java.io.EOFException if the file ends before that
   */
  void readFully(ByteBuffer target, long position) throws IOException;
}
