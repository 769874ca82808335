package dev.astrocat.thumbs.demo.index;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Which images a scan has met: a bit an image, a million of them in 128 KB. Thread-safe. */
final class SeenIds {

  private static final int BITS = 20;

  private final Map<Long, BitSet> pages = new HashMap<>();

  synchronized void add(long id) {
    pages.computeIfAbsent(id >>> BITS, page -> new BitSet()).set(bit(id));
  }

  synchronized boolean contains(long id) {
    BitSet page = pages.get(id >>> BITS);
    return page != null && page.get(bit(id));
  }

  private static int bit(long id) {
    return (int) (id & ((1 << BITS) - 1));
  }
}
