package dev.astrocat.thumbs.source;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * An open source: random access to its bytes. Thread-safe; reads block; no state such as a position
 * is shared between readers.
 */
public interface SourceBytes extends Closeable {

  /** The file name, without folders; only for messages and as a tie-breaker between decoders. */
  String name();

  /** Number of bytes; fixed while the source is open. */
  long size();

  /** The version of the bytes that this handle reads. */
  SourceVersion version();

  /**
   * Reads into the rest of {@code target} from {@code position} on, as far as one read goes.
   *
   * @return number of bytes read; -1 at or behind the end
   */
  int read(ByteBuffer target, long position) throws IOException;

  /**
   * Fills the rest of {@code target}.
   *
   * @throws EOFException if the source ends before that
   */
  default void readFully(ByteBuffer target, long position) throws IOException {
    long at = position;
    while (target.hasRemaining()) {
      int count = read(target, at);
      if (count < 0) {
        throw new EOFException("the file ends at byte " + size() + ", wanted byte " + at);
      }
      at += count;
    }
  }

  /**
   * Compares the source with what was opened.
   *
   * @throws dev.astrocat.thumbs.SourceException {@code SOURCE_CHANGED} if it has another version
   *     now
   */
  void verifyUnchanged() throws IOException;
}
