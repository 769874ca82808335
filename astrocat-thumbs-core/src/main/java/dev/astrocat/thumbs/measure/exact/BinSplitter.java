package dev.astrocat.thumbs.measure.exact;

import dev.astrocat.thumbs.decode.RowBand;
import java.util.Optional;

/** One thread's finer counts of a few chosen bins. */
final class BinSplitter implements KeyCounts.ChunkSink {

  private final SampleKeys keys;
  private final KeyGrid grid;
  private final Optional<KeyCells> window;
  private final long[] chunk = new long[KeyCounts.CHUNK];
  private final int[] cells = new int[KeyCounts.CHUNK];
  private final int[] picked = new int[KeyCounts.CHUNK];

  /** Of each bin of the grid: one more than the first chosen bin in it; 0 without any. */
  private final byte[] firstInGrid = new byte[3 * KeyGrid.BINS];

  /** The same of each cell of the window; also marked are the two outside, to be looked at. */
  private final byte[] marks = new byte[KeyGrid.BINS + 2];

  private final long[] low;
  private final long[] high;
  private final int[] shift;
  private final int[] gridBin;
  private final int[][] counts;

  BinSplitter(SampleKeys keys, KeyGrid grid, Bins bins, int[] which) {
    this.keys = keys;
    this.grid = grid;
    this.window = keys.areInts() ? Optional.of(grid.cells(keys)) : Optional.empty();
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
    System.arraycopy(firstInGrid, 0, marks, 1, KeyGrid.BINS);
    marks[0] = 1;
    marks[KeyGrid.BINS + 1] = 1;
  }

  @Override
  public void accept(RowBand band, int channel, int from, int count) {
    if (window.isEmpty()) {
      keys.of(band, channel, from, count, chunk);
      for (int i = 0; i < count; i++) {
        place(chunk[i]);
      }
      return;
    }
    window.get().of(band, channel, from, count, cells);
    int marked = pick(count);
    for (int i = 0; i < marked; i++) {
      place(keys.ofInt(band, channel, from + picked[i]));
    }
  }

  /** Notes the places of samples in marked cells; looks at four at once, since they are rare. */
  private int pick(int count) {
    int marked = 0;
    int i = 0;
    for (; i < count - 3; i += 4) {
      int any = marks[cells[i]] | marks[cells[i + 1]] | marks[cells[i + 2]] | marks[cells[i + 3]];
      if (any != 0) {
        marked = pick(i, i + 4, marked);
      }
    }
    return pick(i, count, marked);
  }

  private int pick(int from, int end, int before) {
    int marked = before;
    for (int i = from; i < end; i++) {
      if (marks[cells[i]] != 0) {
        picked[marked++] = i;
      }
    }
    return marked;
  }

  private void place(long key) {
    int first = firstInGrid[grid.binOf(key)];
    if (first != 0 && keys.isData(key)) {
      place(key, first - 1);
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
