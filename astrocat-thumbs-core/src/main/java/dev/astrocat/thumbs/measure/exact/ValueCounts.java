package dev.astrocat.thumbs.measure.exact;

import dev.astrocat.thumbs.bands.BandWalk;
import dev.astrocat.thumbs.bands.Blocks;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.RowBand;
import dev.astrocat.thumbs.decode.SampleType;
import java.io.IOException;

/** Counts of each of the 256 or 65,536 values that samples of 8 or 16 bits can have. */
final class ValueCounts implements SampleCounts {

  /** Histograms filled in turn, so that equal neighbours do not wait for each other's increment. */
  private static final int LANES = 4;

  private static final int VALUES = 1 << 16;

  private final SampleKeys keys;
  private final SampleType type;
  private final long[][] counts;

  private ValueCounts(SampleKeys keys, SampleType type, long[][] counts) {
    this.keys = keys;
    this.type = type;
    this.counts = counts;
  }

  static ValueCounts count(BandWalk walk, SampleKeys keys) throws IOException {
    ImageInfo info = walk.source().info();
    long[][] sums = new long[info.channels()][VALUES];
    for (int[][] part :
        walk.walk(
            Blocks.fromStart(info.height(), 1),
            () -> new int[info.channels() * LANES][VALUES],
            (histograms, band, first, end) ->
                addBand(histograms, band, (end - first) * info.width()))) {
      for (int i = 0; i < part.length; i++) {
        addTo(sums[i / LANES], part[i]);
      }
    }
    return new ValueCounts(keys, info.type(), sums);
  }

  private static void addBand(int[][] histograms, RowBand band, int samples) {
    for (int c = 0; c < band.channels(); c++) {
      int[] a = histograms[c * LANES];
      int[] b = histograms[c * LANES + 1];
      int[] d = histograms[c * LANES + 2];
      int[] e = histograms[c * LANES + 3];
      if (band.type() == SampleType.U8) {
        addBytes(band.bytes(c), samples, a, b, d, e);
      } else {
        addShorts(band.shorts(c), samples, a, b, d, e);
      }
    }
  }

  private static void addShorts(short[] s, int samples, int[] a, int[] b, int[] d, int[] e) {
    int i = 0;
    for (; i < samples - 3; i += LANES) {
      a[s[i] & 0xFFFF]++;
      b[s[i + 1] & 0xFFFF]++;
      d[s[i + 2] & 0xFFFF]++;
      e[s[i + 3] & 0xFFFF]++;
    }
    for (; i < samples; i++) {
      a[s[i] & 0xFFFF]++;
    }
  }

  private static void addBytes(byte[] s, int samples, int[] a, int[] b, int[] d, int[] e) {
    int i = 0;
    for (; i < samples - 3; i += LANES) {
      a[s[i] & 0xFF]++;
      b[s[i + 1] & 0xFF]++;
      d[s[i + 2] & 0xFF]++;
      e[s[i + 3] & 0xFF]++;
    }
    for (; i < samples; i++) {
      a[s[i] & 0xFF]++;
    }
  }

  private static void addTo(long[] sum, int[] histogram) {
    for (int v = 0; v < VALUES; v++) {
      sum[v] += histogram[v];
    }
  }

  @Override
  public Bins bins(int firstChannel, int endChannel) {
    Bins bins = new Bins(1024);
    if (!keys.anyFinite()) {
      return bins;
    }
    for (long key = keys.lowest(); key <= keys.highest(); key++) {
      if (keys.blank().isPresent() && keys.blank().getAsLong() == key) {
        continue;
      }
      int pattern = keys.pattern(key);
      long samples = 0;
      for (int c = firstChannel; c < endChannel; c++) {
        samples += counts[c][pattern];
      }
      bins.add(key, key, samples);
    }
    return bins;
  }

  @Override
  public Bins[] split(Bins bins, int[] which, int firstChannel, int endChannel) {
    throw new IllegalStateException("bins of " + type + " are exact");
  }
}
