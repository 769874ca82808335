package dev.astrocat.thumbs.measure.exact;

import dev.astrocat.thumbs.decode.RowBand;
import dev.astrocat.thumbs.decode.SampleType;

/** One thread's counts of the bins of a grid, channel by channel. */
final class GridCounter implements KeyCounts.ChunkSink {

  private final SampleKeys keys;
  private final KeyGrid grid;
  private final WindowLoops.Window window;
  private final boolean windowFirst;
  private final int[][] counts;
  private final long[] buffer = KeyCounts.newBuffer();

  GridCounter(SampleKeys keys, KeyGrid grid, int channels) {
    this.keys = keys;
    this.grid = grid;
    this.window = grid.window(keys);
    this.windowFirst = keys.areInts() && grid.hasOnlyDataInWindow(keys);
    this.counts = new int[channels][3 * KeyGrid.BINS];
  }

  void add(RowBand band, int samples) {
    KeyCounts.forEachChunk(band, samples, 0, counts.length, this);
  }

  @Override
  public void accept(RowBand band, int channel, int from, int count) {
    int[] bins = counts[channel];
    if (!windowFirst) {
      keys.of(band, channel, from, count, buffer);
      countKeys(bins, count);
    } else if (band.type() == SampleType.F32) {
      float[] samples = band.floats(channel);
      countKeys(bins, WindowLoops.count(samples, from, from + count, window, bins, buffer));
    } else {
      int[] samples = band.ints(channel);
      countKeys(bins, WindowLoops.count(samples, from, from + count, window, bins, buffer));
    }
  }

  private void countKeys(int[] bins, int count) {
    for (int i = 0; i < count; i++) {
      long key = buffer[i];
      if (keys.isData(key)) {
        bins[grid.binOf(key)]++;
      }
    }
  }

  void addTo(long[][] sums) {
    for (int c = 0; c < counts.length; c++) {
      for (int i = 0; i < counts[c].length; i++) {
        sums[c][i] += counts[c][i];
      }
    }
  }
}
