package dev.astrocat.thumbs.measure.exact;

import dev.astrocat.thumbs.decode.RowBand;
import java.util.Optional;

/** One thread's counts of the bins of a grid, channel by channel. */
final class GridCounter implements KeyCounts.ChunkSink {

  private final SampleKeys keys;
  private final KeyGrid grid;
  private final Optional<KeyCells> window;
  private final int[][] counts;
  private final int[][] windowCounts;
  private final long[] chunk = new long[KeyCounts.CHUNK];
  private final int[] cells = new int[KeyCounts.CHUNK];
  private final int[] outside = new int[KeyCounts.CHUNK];

  GridCounter(SampleKeys keys, KeyGrid grid, int channels) {
    this.keys = keys;
    this.grid = grid;
    boolean byCells = keys.areInts() && grid.hasOnlyDataInWindow(keys);
    this.window = byCells ? Optional.of(grid.cells(keys)) : Optional.empty();
    this.windowCounts = new int[channels][KeyGrid.BINS + 2];
    this.counts = new int[channels][3 * KeyGrid.BINS];
  }

  void add(RowBand band, int samples) {
    KeyCounts.forEachChunk(band, samples, 0, counts.length, this);
  }

  @Override
  public void accept(RowBand band, int channel, int from, int count) {
    if (window.isEmpty()) {
      keys.of(band, channel, from, count, chunk);
      for (int i = 0; i < count; i++) {
        add(chunk[i], counts[channel]);
      }
      return;
    }
    window.get().of(band, channel, from, count, cells);
    int outsiders = countInside(count, windowCounts[channel]);
    for (int i = 0; i < outsiders; i++) {
      add(keys.ofInt(band, channel, from + outside[i]), counts[channel]);
    }
  }

  /** Counts samples inside the window, and notes the places of those outside, four at once. */
  private int countInside(int count, int[] bins) {
    int outsiders = 0;
    int i = 0;
    for (; i < count - 3; i += 4) {
      int a = cells[i];
      int b = cells[i + 1];
      int c = cells[i + 2];
      int d = cells[i + 3];
      bins[a]++;
      bins[b]++;
      bins[c]++;
      bins[d]++;
      // One below each cell of the window has no upper bits; for the two outside it has.
      if ((((a - 1) | (b - 1) | (c - 1) | (d - 1)) >>> KeyGrid.BIN_BITS) != 0) {
        outsiders = noteOutsiders(i, i + 4, outsiders);
      }
    }
    for (int k = i; k < count; k++) {
      bins[cells[k]]++;
    }
    return noteOutsiders(i, count, outsiders);
  }

  private int noteOutsiders(int from, int end, int before) {
    int outsiders = before;
    for (int i = from; i < end; i++) {
      if ((cells[i] - 1) >>> KeyGrid.BIN_BITS != 0) {
        outside[outsiders++] = i;
      }
    }
    return outsiders;
  }

  private void add(long key, int[] bins) {
    if (keys.isData(key)) {
      bins[grid.binOf(key)]++;
    }
  }

  void addTo(long[][] sums) {
    for (int c = 0; c < counts.length; c++) {
      for (int i = 0; i < counts[c].length; i++) {
        sums[c][i] += counts[c][i];
      }
      for (int i = 0; i < KeyGrid.BINS; i++) {
        sums[c][i] += windowCounts[c][i + 1];
      }
    }
  }
}
