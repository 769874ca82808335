package dev.astrocat.thumbs.measure.exact;

import java.util.Arrays;

/**
 * The first, fixed division of all keys into bins: 65,536 fine ones over the window where most
 * samples lie, and 65,536 coarse ones over everything below and above it. Immutable.
 *
 * @param base smallest key there is
 * @param coarseShift a coarse bin holds {@code 1 << coarseShift} keys
 * @param windowLow smallest key of the window
 * @param windowShift a fine bin holds {@code 1 << windowShift} keys
 */
record KeyGrid(long base, int coarseShift, long windowLow, int windowShift) {

  /** Bins of either kind. */
  static final int BINS = 1 << 16;

  static final int BIN_BITS = 16;

  /**
   * A grid whose window is the middle of a sample, widened.
   *
   * @param sample some keys, in any order; sorted by this method
   */
  static KeyGrid around(long[] sample, SampleKeys keys) {
    int coarseShift = Math.max(0, keys.bits() - BIN_BITS);
    if (sample.length == 0) {
      return new KeyGrid(keys.base(), coarseShift, 0, 0);
    }
    Arrays.sort(sample);
    int n = sample.length;
    // Half of all samples lie between the quartiles; four times that far holds the median
    // deviation of every distribution that is not mostly outliers.
    long low = widened(sample[n / 4], sample[n / 2], keys);
    long high = widened(sample[n * 3 / 4], sample[n / 2], keys);
    int shift = 0;
    while (shift < coarseShift - 2 && (high - low) >>> shift >= BINS) {
      shift++;
    }
    long end = keys.areInts() ? Integer.MAX_VALUE : Long.MAX_VALUE;
    long lastStart = end - ((long) BINS << shift) + 1;
    long firstStart = keys.areInts() ? Integer.MIN_VALUE + (1L << shift) : Long.MIN_VALUE;
    long start = Math.max(Math.min(low, lastStart), firstStart);
    return new KeyGrid(keys.base(), coarseShift, start, shift);
  }

  /** The key of the value four times as far from the median's. */
  private static long widened(long quartile, long median, SampleKeys keys) {
    double m = keys.physical(median);
    double wanted = m + 4 * (keys.physical(quartile) - m);
    boolean up = quartile > median;
    int step = up ? 1 : -1;
    long near = quartile;
    long far = up ? keys.highest() : keys.lowest();
    while (near != far && near + step != far) {
      long middle = (near & far) + ((near ^ far) >> 1);
      if (up ? keys.physical(middle) <= wanted : keys.physical(middle) >= wanted) {
        near = middle;
      } else {
        far = middle;
      }
    }
    return near;
  }

  /** Whether every key in the window is data, so that counting there needs no other question. */
  boolean hasOnlyDataInWindow(SampleKeys keys) {
    long windowEnd = windowLow + ((long) BINS << windowShift) - 1;
    boolean holdsBlank =
        keys.blank().isPresent()
            && keys.blank().getAsLong() >= windowLow
            && keys.blank().getAsLong() <= windowEnd;
    return keys.isData(windowLow) && keys.isData(windowEnd) && !holdsBlank;
  }

  /** The window over keys that are all ints: fine bin {@code i} is cell {@code i + 1}. */
  KeyCells cells(SampleKeys keys) {
    return new KeyCells(keys, windowLow, windowShift, BINS);
  }

  /** Number of a key's bin: fine ones, then coarse ones below the window, then above it. */
  int binOf(long key) {
    long offset = key - windowLow;
    if (Long.compareUnsigned(offset, (long) BINS << windowShift) < 0) {
      return (int) (offset >>> windowShift);
    }
    int coarse = (int) ((key - base) >>> coarseShift);
    return (key < windowLow ? BINS : 2 * BINS) + coarse;
  }

  /** All bins that hold samples, in order, as intervals of keys between two finite ends. */
  Bins bins(long[] counts, long lowest, long highest) {
    Bins bins = new Bins(1024);
    long windowEnd = windowLow + ((long) BINS << windowShift) - 1;
    for (int i = 0; i < BINS; i++) {
      long low = Math.max(coarseLow(i), lowest);
      bins.add(low, Math.min(coarseHigh(i), windowLow - 1), counts[BINS + i]);
    }
    for (int i = 0; i < BINS; i++) {
      long low = windowLow + ((long) i << windowShift);
      bins.add(low, Math.min(low + (1L << windowShift) - 1, highest), counts[i]);
    }
    for (int i = 0; i < BINS; i++) {
      long low = Math.max(coarseLow(i), windowEnd + 1);
      bins.add(low, Math.min(coarseHigh(i), highest), counts[2 * BINS + i]);
    }
    return bins;
  }

  private long coarseLow(int bin) {
    return base + ((long) bin << coarseShift);
  }

  private long coarseHigh(int bin) {
    return coarseLow(bin) + (1L << coarseShift) - 1;
  }
}
