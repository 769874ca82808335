package dev.astrocat.thumbs.formats.raw.worker;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * The start of every message: magic, sequence number, length and checksum of the body, then the
 * body, big-endian. File and samples follow raw, as many bytes as the body says, samples with a
 * checksum behind. A reply carries the number of its request. Stateless.
 */
public final class Frame {

  /** Bytes before the body. */
  public static final int PREFIX_BYTES = 16;

  /** Largest body: numbers and a few words. */
  public static final int MAX_BODY_BYTES = 16 << 10;

  /** Most bytes that are passed on at once: what a pipe holds. */
  public static final int CHUNK_BYTES = 64 << 10;

  private static final int MAGIC = 0x41_43_52_57; // ACRW

  private Frame() {}

  /** Prefix and body. */
  public static ByteBuffer of(int sequence, byte[] body) {
    ByteBuffer frame = ByteBuffer.allocate(PREFIX_BYTES + body.length);
    frame.putInt(MAGIC).putInt(sequence).putInt(body.length).putInt(checksum(body)).put(body);
    return frame.flip();
  }

  /** The length of the body behind this prefix. */
  public static int bodyLength(ByteBuffer prefix, int sequence) throws BrokenFrame {
    int length = prefix.getInt(8);
    if (prefix.getInt(0) != MAGIC || length < 1 || length > MAX_BODY_BYTES) {
      throw new BrokenFrame("bytes that are no message");
    }
    if (prefix.getInt(4) != sequence) {
      throw new BrokenFrame("message " + prefix.getInt(4) + " instead of " + sequence);
    }
    return length;
  }

  /** Checks a body against its prefix. */
  public static void verify(ByteBuffer prefix, byte[] body) throws BrokenFrame {
    if (prefix.getInt(12) != checksum(body)) {
      throw new BrokenFrame("a message with a wrong checksum");
    }
  }

  private static int checksum(byte[] body) {
    CRC32C crc = new CRC32C();
    crc.update(body);
    return (int) crc.getValue();
  }
}
