package dev.astrocat.thumbs.measure.exact;

import java.util.Arrays;

/**
 * How many samples have which keys: disjoint intervals of keys with at least one sample each, in
 * rising order. An interval of one key is exact.
 */
final class Bins {

  private long[] low;
  private long[] high;
  private long[] count;
  private int size;

  Bins(int capacity) {
    low = new long[capacity];
    high = new long[capacity];
    count = new long[capacity];
  }

  /** Adds an interval behind all others; without samples it is left out. */
  void add(long lowKey, long highKey, long samples) {
    if (samples == 0) {
      return;
    }
    if (size == low.length) {
      int capacity = Math.max(16, size * 2);
      low = Arrays.copyOf(low, capacity);
      high = Arrays.copyOf(high, capacity);
      count = Arrays.copyOf(count, capacity);
    }
    low[size] = lowKey;
    high[size] = highKey;
    count[size++] = samples;
  }

  int size() {
    return size;
  }

  long low(int bin) {
    return low[bin];
  }

  long high(int bin) {
    return high[bin];
  }

  long count(int bin) {
    return count[bin];
  }

  boolean isExact(int bin) {
    return low[bin] == high[bin];
  }

  long total() {
    long sum = 0;
    for (int i = 0; i < size; i++) {
      sum += count[i];
    }
    return sum;
  }

  /** The bin that holds the sample of a rank, 0 for the smallest. */
  int binOf(long rank) {
    long below = 0;
    for (int i = 0; i < size; i++) {
      below += count[i];
      if (rank < below) {
        return i;
      }
    }
    throw new IndexOutOfBoundsException("rank " + rank + " of " + below);
  }

  /** These bins, with some of them replaced by the finer ones that they were split into. */
  Bins withSplit(int[] split, Bins[] parts) {
    Bins result = new Bins(size + 64);
    int next = 0;
    for (int i = 0; i < size; i++) {
      if (next < split.length && split[next] == i) {
        Bins part = parts[next++];
        for (int k = 0; k < part.size; k++) {
          result.add(part.low[k], part.high[k], part.count[k]);
        }
      } else {
        result.add(low[i], high[i], count[i]);
      }
    }
    return result;
  }
}
