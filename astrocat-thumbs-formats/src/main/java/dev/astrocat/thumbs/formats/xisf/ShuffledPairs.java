package dev.astrocat.thumbs.formats.xisf;

import dev.astrocat.thumbs.formats.samples.SampleReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Samples of 16 bits of an unpacked block in which all first bytes stand before all second bytes
 * (XISF 1.0 section 10.6.4): the only ones that cameras write, so they have the fastest way.
 * Thread-safe.
 *
 * @param bytes all of the block
 * @param order of the bytes of a sample
 */
record ShuffledPairs(byte[] bytes, ByteOrder order) implements SampleReader {

  /** Stays in the first-level cache of a core, three times. */
  private static final int STEP = 1024;

  @Override
  public void read(long first, int count, Object target, int at) {
    int second = (int) first + bytes.length / 2;
    boolean little = order.equals(ByteOrder.LITTLE_ENDIAN);
    int low = little ? (int) first : second;
    int high = little ? second : (int) first;
    Joint joint = new Joint();
    for (int done = 0; done < count; done += STEP) {
      int step = Math.min(STEP, count - done);
      joint.join(bytes, low + done, high + done, (short[]) target, at + done, step);
    }
  }

  @Override
  public void close() {}

  /**
   * Makes numbers of low and high bytes, by vector instructions: a JVM has them for Latin-1, whose
   * bytes become characters by being widened, and finds them for a loop over arrays of one width.
   * 26 million samples take 5 ms; byte by byte they take 10, sample by sample 14.
   */
  private static final class Joint {

    private final CharsetDecoder latin1 = StandardCharsets.ISO_8859_1.newDecoder();
    private final char[] lows = new char[STEP];
    private final char[] highs = new char[STEP];

    void join(byte[] bytes, int low, int high, short[] target, int at, int count) {
      widen(bytes, low, lows, count);
      widen(bytes, high, highs, count);
      for (int i = 0; i < count; i++) {
        target[at + i] = (short) (lows[i] | highs[i] << 8);
      }
    }

    private void widen(byte[] bytes, int from, char[] wide, int count) {
      latin1.decode(ByteBuffer.wrap(bytes, from, count), CharBuffer.wrap(wide), false);
    }
  }
}
