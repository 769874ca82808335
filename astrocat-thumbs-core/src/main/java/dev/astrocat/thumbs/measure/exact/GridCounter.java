package dev.astrocat.thumbs.measure.exact;

import dev.astrocat.thumbs.decode.RowBand;

/** One thread's counts of the bins of a grid, channel by channel. */
final class GridCounter implements KeyCounts.KeySink {

  private final SampleKeys keys;
  private final KeyGrid grid;
  private final int[][] counts;
  private final long[] buffer = KeyCounts.newBuffer();

  GridCounter(SampleKeys keys, KeyGrid grid, int channels) {
    this.keys = keys;
    this.grid = grid;
    this.counts = new int[channels][3 * KeyGrid.BINS];
  }

  void add(RowBand band, int samples) {
    KeyCounts.forEachChunk(keys, band, samples, 0, counts.length, this);
  }

  @Override
  public long[] buffer() {
    return buffer;
  }

  @Override
  public void accept(int channel, int count) {
    int[] bins = counts[channel];
    long low = keys.lowest();
    long high = keys.highest();
    KeyGrid g = grid;
    if (keys.blank().isPresent()) {
      countWithoutBlanks(bins, count, keys.blank().getAsLong());
      return;
    }
    for (int i = 0; i < count; i++) {
      long key = buffer[i];
      if (key >= low && key <= high) {
        bins[g.binOf(key)]++;
      }
    }
  }

  private void countWithoutBlanks(int[] bins, int count, long blank) {
    for (int i = 0; i < count; i++) {
      long key = buffer[i];
      if (key != blank && key >= keys.lowest() && key <= keys.highest()) {
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
