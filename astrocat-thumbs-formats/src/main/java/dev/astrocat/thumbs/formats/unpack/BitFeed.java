package dev.astrocat.thumbs.formats.unpack;

import dev.astrocat.thumbs.source.SourceBytes;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The bits of a source in order, the highest of each byte first. One thread at a time. */
final class BitFeed {

  private static final int INPUT_BYTES = 1 << 16;

  private final SourceBytes source;
  private final ByteBuffer input = ByteBuffer.allocate(INPUT_BYTES).limit(0);
  private long position;
  private long ahead;
  private int have;

  BitFeed(SourceBytes source) {
    this.source = source;
  }

  /** Takes up to 32 bits. */
  int read(int count) throws IOException {
    while (have < count) {
      if (!input.hasRemaining() && !fill()) {
        throw new EOFException("the bzip2 data ends early, at byte " + position);
      }
      ahead = ahead << Byte.SIZE | input.get() & 0xFF;
      have += Byte.SIZE;
    }
    have -= count;
    return (int) (ahead >>> have & (1L << count) - 1);
  }

  boolean readFlag() throws IOException {
    return read(1) != 0;
  }

  /** Drops what is left of a byte. */
  void alignToByte() {
    have -= have % Byte.SIZE;
  }

  /** Whether not a bit is left. */
  boolean isAtEnd() throws IOException {
    return have == 0 && !input.hasRemaining() && !fill();
  }

  private boolean fill() throws IOException {
    input.clear();
    int count = source.read(input, position);
    input.flip();
    position += Math.max(0, count);
    return count > 0;
  }
}
