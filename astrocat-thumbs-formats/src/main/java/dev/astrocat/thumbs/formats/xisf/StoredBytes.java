package dev.astrocat.thumbs.formats.xisf;

import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.formats.samples.PositionedBytes;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The bytes of a data block as they are stored, in the file or in its header. Thread-safe.
 *
 * @param bytes where they are
 * @param offset of the first byte
 * @param length number of bytes, all of which are there
 */
record StoredBytes(PositionedBytes bytes, long offset, long length) {

  /** Java keeps a buffer outside the heap as large as the largest read of each thread. */
  private static final int CHUNK_BYTES = 256 << 10;

  /** Bytes of a header, already decoded. */
  static StoredBytes of(byte[] decoded) {
    return new StoredBytes(
        (target, position) -> target.put(decoded, (int) position, target.remaining()),
        0,
        decoded.length);
  }

  StoredBytes part(long from, long partLength) {
    return new StoredBytes(bytes, offset + from, partLength);
  }

  /** Fills the rest of {@code target} from byte {@code from} on. */
  void read(ByteBuffer target, long from) throws IOException {
    bytes.readFully(target, offset + from);
  }

  /** All of them, in booked memory. */
  byte[] all(DecodeContext context) throws IOException {
    byte[] all = context.bytes(length);
    for (long done = 0; done < length; done += CHUNK_BYTES) {
      int step = (int) Math.min(CHUNK_BYTES, length - done);
      read(ByteBuffer.wrap(all, (int) done, step), done);
      context.progressed();
      context.checkpoint();
    }
    return all;
  }
}
