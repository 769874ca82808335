package dev.astrocat.thumbs.measure.exact;

import dev.astrocat.thumbs.decode.RowBand;
import dev.astrocat.thumbs.decode.SampleType;

/** One thread's finer counts of a few chosen bins. */
final class BinSplitter implements KeyCounts.ChunkSink {

  private final SampleKeys keys;
  private final KeyGrid grid;
  private final WindowLoops.Window window;
  private final long[] buffer = KeyCounts.newBuffer();

  /** Of each bin of the grid: one more than the first chosen bin in it; 0 without any. */
  private final byte[] firstInGrid = new byte[3 * KeyGrid.BINS];

  private final long[] low;
  private final long[] high;
  private final int[] shift;
  private final int[] gridBin;
  private final int[][] counts;

  BinSplitter(SampleKeys keys, KeyGrid grid, Bins bins, int[] which) {
    this.keys = keys;
    this.grid = grid;
    this.window = grid.window(keys);
    int n = which.length;
    low = new long[n];
    high = new long[n];
    shift = new int[n];
    gridBin = new int[n];
    counts = new int[n][];
    for (int i = n - 1; i >= 0; i--) {
      low[i] = bins.low(which[i]);
      high[i] = bins.high(which[i]);
      while ((high[i] - low[i]) >>> shift[i] >= KeyGrid.BINS) {
        shift[i]++;
      }
      counts[i] = new int[(int) ((high[i] - low[i]) >>> shift[i]) + 1];
      gridBin[i] = grid.binOf(low[i]);
      firstInGrid[gridBin[i]] = (byte) (i + 1);
    }
  }

  @Override
  public void accept(RowBand band, int channel, int from, int count) {
    if (!keys.areInts()) {
      keys.of(band, channel, from, count, buffer);
      placeKeys(count);
    } else if (band.type() == SampleType.F32) {
      float[] samples = band.floats(channel);
      placeKeys(WindowLoops.pick(samples, from, from + count, window, firstInGrid, buffer));
    } else {
      int[] samples = band.ints(channel);
      placeKeys(WindowLoops.pick(samples, from, from + count, window, firstInGrid, buffer));
    }
  }

  private void placeKeys(int count) {
    for (int i = 0; i < count; i++) {
      long key = buffer[i];
      int first = firstInGrid[grid.binOf(key)];
      if (first != 0 && keys.isData(key)) {
        place(key, first - 1);
      }
    }
  }

  /** Counts a key in the first of the chosen bins of its grid bin that holds it, if any does. */
  private void place(long key, int first) {
    int home = gridBin[first];
    for (int i = first; i < low.length && gridBin[i] == home; i++) {
      if (key >= low[i] && key <= high[i]) {
        counts[i][(int) ((key - low[i]) >>> shift[i])]++;
        return;
      }
    }
  }

  void add(BinSplitter other) {
    for (int i = 0; i < counts.length; i++) {
      for (int k = 0; k < counts[i].length; k++) {
        counts[i][k] += other.counts[i][k];
      }
    }
  }

  Bins[] bins() {
    Bins[] result = new Bins[counts.length];
    for (int i = 0; i < result.length; i++) {
      Bins bins = new Bins(256);
      for (int k = 0; k < counts[i].length; k++) {
        long first = low[i] + ((long) k << shift[i]);
        long last = Math.min(first + (1L << shift[i]) - 1, high[i]);
        bins.add(first, last, counts[i][k]);
      }
      result[i] = bins;
    }
    return result;
  }
}
