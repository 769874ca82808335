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

  /** Counts samples inside the window, and notes the places of those outside. */
  private int countInside(int count, int[] bins) {
    int last = KeyGrid.BINS + 1;
    int outsiders = 0;
    for (int i = 0; i < count; i++) {
      int cell = cells[i];
      bins[cell]++;
      if (cell == 0 || cell == last) {
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
