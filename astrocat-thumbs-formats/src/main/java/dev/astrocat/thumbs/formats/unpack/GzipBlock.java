package dev.astrocat.thumbs.formats.unpack;

import dev.astrocat.thumbs.DecodeException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** One gzip member in memory, inflated into an array that bounds it. */
public final class GzipBlock {

  private GzipBlock() {}

  /**
   * Inflates a member.
   *
   * @param compressed position at the member's first byte
   * @return number of bytes put to the start of {@code target}
   * @throws DecodeException {@code DATA_MALFORMED} if it is broken or holds more than {@code
   *     target}
   * @throws EOFException if it ends early
   */
  public static int inflate(ByteBuffer compressed, byte[] target) throws IOException {
    return inflate(compressed, target, Extent.WHOLE);
  }

  /** Inflates as much of a member as {@code target} holds, or as is there; the rest may lack. */
  public static int inflateStart(ByteBuffer compressed, byte[] target) throws IOException {
    return inflate(compressed, target, Extent.START);
  }

  private enum Extent {
    WHOLE,
    START
  }

  private static int inflate(ByteBuffer compressed, byte[] target, Extent extent)
      throws IOException {
    GzipHeader.skip(() -> next(compressed));
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(compressed);
      int count = 0;
      int step;
      do {
        step = inflater.inflate(target, count, target.length - count);
        count += step;
      } while (step > 0 && !inflater.finished());
      if (extent == Extent.WHOLE && !inflater.finished()) {
        throw incomplete(inflater, target.length);
      }
      return count;
    } catch (DataFormatException e) {
      throw DecodeException.malformed("gzip: broken data", e);
    } finally {
      inflater.end();
    }
  }

  private static RuntimeException incomplete(Inflater inflater, int room) throws IOException {
    if (inflater.needsInput()) {
      throw new EOFException("gzip: the data ends early");
    }
    return DecodeException.malformed("gzip: more than the expected " + room + " bytes");
  }

  private static int next(ByteBuffer bytes) throws IOException {
    if (!bytes.hasRemaining()) {
      throw new EOFException("gzip: the data ends inside its header");
    }
    return bytes.get() & 0xFF;
  }
}
