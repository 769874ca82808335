package dev.astrocat.thumbs.formats.unpack;

import dev.astrocat.thumbs.DecodeException;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;

/**
 * A packed file, unpacked piece by piece, so that the caller can stop between any two pieces. One
 * thread at a time.
 */
public interface UnpackingStream extends Closeable {

  /**
   * Unpacks the next piece.
   *
   * @return number of bytes put into {@code target}, perhaps 0; -1 at the end
   * @throws EOFException if the file ends too early
   * @throws DecodeException {@code DATA_MALFORMED} for broken data or a wrong checksum
   */
  int read(byte[] target) throws IOException;
}
