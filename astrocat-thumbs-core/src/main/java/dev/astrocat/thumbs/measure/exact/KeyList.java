package dev.astrocat.thumbs.measure.exact;

import java.util.Arrays;

/** A growing list of the keys of finite samples. */
final class KeyList {

  private final SampleKeys keys;
  private long[] values = new long[1024];
  private int size;

  KeyList(SampleKeys keys) {
    this.keys = keys;
  }

  /** Adds a key, unless it stands for NaN, an infinity or a blank. */
  void add(long key) {
    if (!keys.isData(key)) {
      return;
    }
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size++] = key;
  }

  long[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
