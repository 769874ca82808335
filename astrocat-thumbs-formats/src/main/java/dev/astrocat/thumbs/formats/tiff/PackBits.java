package dev.astrocat.thumbs.formats.tiff;

import java.util.Arrays;

/** PackBits runs (TIFF 6.0 section 9). */
final class PackBits {

  private static final int NOTHING = -128;

  private PackBits() {}

  /** Fills {@code out}; returns the number of bytes, fewer where the data ends early. */
  static int decode(byte[] in, int inLength, byte[] out, int outLength) {
    int from = 0;
    int to = 0;
    while (to < outLength && from + 1 < inLength) {
      int run = in[from++];
      if (run == NOTHING) {
        continue;
      }
      if (run >= 0) {
        int count = Math.min(Math.min(run + 1, outLength - to), inLength - from);
        System.arraycopy(in, from, out, to, count);
        from += run + 1;
        to += count;
      } else {
        int count = Math.min(1 - run, outLength - to);
        Arrays.fill(out, to, to + count, in[from++]);
        to += count;
      }
    }
    return to;
  }
}
