package dev.astrocat.thumbs.measure.exact;

import dev.astrocat.thumbs.bands.BandWalk;
import dev.astrocat.thumbs.bands.Blocks;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.RowBand;
import java.io.IOException;
import java.util.List;

/** Counts of the bins of a {@link KeyGrid}, for samples of more than 16 bits. */
final class KeyCounts implements SampleCounts {

  private static final int SAMPLE_ROWS = 64;
  private static final int SAMPLES_PER_ROW = 256;

  /** Keys are made a few at a time, to stay in the nearest cache. */
  static final int CHUNK = 2048;

  private final BandWalk walk;
  private final SampleKeys keys;
  private final KeyGrid grid;
  private final long[][] counts;

  private KeyCounts(BandWalk walk, SampleKeys keys, KeyGrid grid, long[][] counts) {
    this.walk = walk;
    this.keys = keys;
    this.grid = grid;
    this.counts = counts;
  }

  static KeyCounts count(BandWalk walk, SampleKeys keys) throws IOException {
    KeyGrid grid = KeyGrid.around(sample(walk.source(), keys), keys);
    ImageInfo info = walk.source().info();
    long[][] sums = new long[info.channels()][3 * KeyGrid.BINS];
    List<GridCounter> parts =
        walk.walk(
            rows(info),
            () -> new GridCounter(keys, grid, info.channels()),
            (counter, band, first, end) -> counter.add(band, (end - first) * info.width()));
    for (GridCounter part : parts) {
      part.addTo(sums);
    }
    return new KeyCounts(walk, keys, grid, sums);
  }

  private static Blocks rows(ImageInfo info) {
    return Blocks.fromStart(info.height(), 1);
  }

  /** Keys of up to 16,384 finite samples a channel, from rows all over the image. */
  private static long[] sample(PixelSource source, SampleKeys keys) throws IOException {
    ImageInfo info = source.info();
    int rows = Math.min(SAMPLE_ROWS, info.height());
    int step = Math.max(1, info.width() / SAMPLES_PER_ROW);
    RowBand band = new RowBand(info.type(), info.width(), info.channels(), 1);
    long[] row = new long[info.width()];
    KeyList sample = new KeyList(keys);
    for (int i = 0; i < rows; i++) {
      source.readRows((int) ((2L * i + 1) * info.height() / (2L * rows)), 1, band);
      for (int c = 0; c < info.channels(); c++) {
        keys.of(band, c, 0, info.width(), row);
        for (int x = i % step; x < row.length; x += step) {
          sample.add(row[x]);
        }
      }
    }
    return sample.toArray();
  }

  @Override
  public Bins bins(int firstChannel, int endChannel) {
    if (!keys.anyFinite()) {
      return new Bins(0);
    }
    long[] sum = new long[3 * KeyGrid.BINS];
    for (int c = firstChannel; c < endChannel; c++) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += counts[c][i];
      }
    }
    return grid.bins(sum, keys.lowest(), keys.highest());
  }

  @Override
  public Bins[] split(Bins bins, int[] which, int firstChannel, int endChannel) throws IOException {
    ImageInfo info = walk.source().info();
    List<BinSplitter> parts =
        walk.walk(
            rows(info),
            () -> new BinSplitter(keys, grid, bins, which),
            (splitter, band, first, end) ->
                forEachChunk(
                    band, (end - first) * info.width(), firstChannel, endChannel, splitter));
    BinSplitter all = parts.get(0);
    parts.subList(1, parts.size()).forEach(all::add);
    return all.bins();
  }

  /** Takes samples, a chunk at a time. */
  @FunctionalInterface
  interface ChunkSink {
    void accept(RowBand band, int channel, int from, int count);
  }

  static void forEachChunk(
      RowBand band, int samples, int firstChannel, int endChannel, ChunkSink sink) {
    for (int c = firstChannel; c < endChannel; c++) {
      for (int from = 0; from < samples; from += CHUNK) {
        sink.accept(band, c, from, Math.min(CHUNK, samples - from));
      }
    }
  }
}
