package dev.astrocat.thumbs.render;

import dev.astrocat.thumbs.measure.ChannelCurve;
import dev.astrocat.thumbs.measure.exact.SampleKeys;

/**
 * Levels of samples that are too wide for a table of all values. The smallest key of each level is
 * searched once; a sample's level is then guessed by the upper bits of its key and corrected by
 * comparing with those keys, so it is exactly what the curve gives. Thread-safe.
 */
final class KeyLevels {

  static final int LEVELS = 256;
  static final int GUESS_BITS = 16;
  private static final int GUESSES = 1 << GUESS_BITS;

  private final SampleKeys keys;

  /** Largest key in use; the largest 64-bit integers are one and the same double. */
  private final long top;

  /** {@code thresholds[v]}: smallest key of level {@code v} or more, {@code top + 1} for none. */
  private final long[] thresholds = new long[LEVELS + 1];

  private final byte[] guesses = new byte[GUESSES];
  private final int shift;

  KeyLevels(SampleKeys keys, ChannelCurve curve) {
    this.keys = keys;
    this.top = Math.min(keys.highest(), Long.MAX_VALUE - 1);
    thresholds[0] = keys.lowest();
    for (int level = 1; level < LEVELS; level++) {
      thresholds[level] = keys.anyFinite() ? search(curve, level, thresholds[level - 1]) : top + 1;
    }
    thresholds[LEVELS] = top + 1;
    long span = lastReached() - thresholds[1]; // as an unsigned number
    int bits = 0;
    while (bits < Long.SIZE - 1 && span >>> bits >= GUESSES) {
      bits++;
    }
    shift = bits;
    fillGuesses();
  }

  /** Smallest key from {@code from} on whose level is at least this. */
  private long search(ChannelCurve curve, int level, long from) {
    long low = from;
    long high = top + 1;
    while (low < high) {
      long middle = (low & high) + ((low ^ high) >> 1); // their mean, without overflow
      if (curve.level(keys.physical(middle)) >= level) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private long lastReached() {
    int level = LEVELS - 1;
    while (level > 1 && thresholds[level] > top) {
      level--;
    }
    return thresholds[level];
  }

  private void fillGuesses() {
    int level = 0;
    for (int i = 0; i < GUESSES; i++) {
      long key = thresholds[1] + ((long) i << shift);
      while (level < LEVELS - 1 && key >= thresholds[level + 1]) {
        level++;
      }
      guesses[i] = (byte) level;
    }
  }

  /** The level of a key; 0 for a blank and for what is not finite. */
  int of(long key) {
    long within = Math.min(key, top);
    boolean black = within < thresholds[1] || key > keys.highest() || isBlank(key);
    return black ? 0 : level(within);
  }

  private boolean isBlank(long key) {
    return keys.blank().isPresent() && keys.blank().getAsLong() == key;
  }

  private int level(long key) {
    long guess = (key - thresholds[1]) >>> shift;
    int level =
        guesses[Long.compareUnsigned(guess, GUESSES) < 0 ? (int) guess : GUESSES - 1] & 0xFF;
    while (key >= thresholds[level + 1]) {
      level++;
    }
    return level;
  }

  /** Smallest key of a level or more, of 1 to 256; one above all keys where none is. */
  long threshold(int level) {
    return thresholds[level];
  }

  /** Number of low bits of a key that the first guess of its level leaves out. */
  int shift() {
    return shift;
  }
}
