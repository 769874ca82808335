package dev.astrocat.thumbs.measure.exact;

/**
 * The innermost loops over samples of 32 bits: whether a sample lies in the window of a grid, and in
 * which of its fine bins. Keys of 32 bits are handled as ints; the few samples that need more are
 * handed on as keys.
 */
final class WindowLoops {

  private WindowLoops() {}

  /**
   * The window of a grid over keys of 32 bits.
   *
   * @param flip what turns the bits of an integer into its key by XOR
   * @param low smallest key in it
   * @param shift a fine bin holds {@code 1 << shift} keys
   */
  record Window(int flip, int low, int shift) {}

  /** Counts samples inside the window, and returns the number of keys outside that it wrote. */
  static int count(float[] s, int from, int end, Window window, int[] bins, long[] outside) {
    int flip = window.flip();
    int low = window.low();
    int shift = window.shift();
    int written = 0;
    for (int i = from; i < end; i++) {
      int key = SampleKeys.ordered(Float.floatToRawIntBits(s[i])) ^ flip;
      int bin = (key - low) >>> shift;
      if (bin >>> KeyGrid.BIN_BITS == 0) {
        bins[bin]++;
      } else {
        outside[written++] = key;
      }
    }
    return written;
  }

  /** The same for integers. */
  static int count(int[] s, int from, int end, Window window, int[] bins, long[] outside) {
    int flip = window.flip();
    int low = window.low();
    int shift = window.shift();
    int written = 0;
    for (int i = from; i < end; i++) {
      int key = s[i] ^ flip;
      int bin = (key - low) >>> shift;
      if (bin >>> KeyGrid.BIN_BITS == 0) {
        bins[bin]++;
      } else {
        outside[written++] = key;
      }
    }
    return written;
  }

  /** Writes the keys outside the window and those in marked bins, and returns their number. */
  static int pick(float[] s, int from, int end, Window window, byte[] marks, long[] picked) {
    int flip = window.flip();
    int low = window.low();
    int shift = window.shift();
    int written = 0;
    for (int i = from; i < end; i++) {
      int key = SampleKeys.ordered(Float.floatToRawIntBits(s[i])) ^ flip;
      int bin = (key - low) >>> shift;
      if (bin >>> KeyGrid.BIN_BITS != 0 || marks[bin] != 0) {
        picked[written++] = key;
      }
    }
    return written;
  }

  /** The same for integers. */
  static int pick(int[] s, int from, int end, Window window, byte[] marks, long[] picked) {
    int flip = window.flip();
    int low = window.low();
    int shift = window.shift();
    int written = 0;
    for (int i = from; i < end; i++) {
      int key = s[i] ^ flip;
      int bin = (key - low) >>> shift;
      if (bin >>> KeyGrid.BIN_BITS != 0 || marks[bin] != 0) {
        picked[written++] = key;
      }
    }
    return written;
  }
}
