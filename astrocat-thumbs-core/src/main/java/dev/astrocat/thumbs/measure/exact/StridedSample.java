package dev.astrocat.thumbs.measure.exact;

import dev.astrocat.thumbs.bands.BandWalk;
import dev.astrocat.thumbs.bands.Blocks;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.RowBand;
import java.io.IOException;

/**
 * Every n-th finite sample of some channels, in stored order and channel after channel. Threads
 * write to places of their own, so their order does not matter. One use.
 */
final class StridedSample {

  /** Samples whose data are counted together: few enough for a band, many enough for a list. */
  private static final int BLOCK_SAMPLES = 8192;

  private final BandWalk walk;
  private final SampleKeys keys;
  private final int firstChannel;
  private final int channels;
  private final Blocks blocks;
  private final long count;

  /** {@code ranks[channel][block]}: finite samples before it; at the end those up to its end. */
  private final long[][] ranks;

  /** A sample of channels that hold {@code count} finite samples. */
  StridedSample(BandWalk walk, SampleKeys keys, int firstChannel, int endChannel, long count) {
    ImageInfo info = walk.source().info();
    this.walk = walk;
    this.keys = keys;
    this.firstChannel = firstChannel;
    this.channels = endChannel - firstChannel;
    this.blocks = Blocks.fromStart(info.height(), Math.max(1, BLOCK_SAMPLES / info.width()));
    this.count = count;
    this.ranks = new long[channels][blocks.count() + 1];
  }

  /**
   * Takes every {@code count / most}-th sample, or all where there are fewer than twice as many.
   */
  double[] take(int most) throws IOException {
    countBlocks();
    long stride = Math.max(1, count / most);
    double[] sample = new double[(int) Math.min(most, (count + stride - 1) / stride)];
    forEachBlock(
        (band, from, samples, channel, block) -> {
          long next = (ranks[channel][block] + stride - 1) / stride;
          if (next < sample.length && next * stride < ranks[channel][block + 1]) {
            pick(band, from, samples, channel, ranks[channel][block], stride, sample);
          }
        });
    return sample;
  }

  private void pick(
      RowBand band, int from, int samples, int channel, long first, long stride, double[] sample) {
    long[] block = keysOf(band, from, samples, channel);
    long rank = first;
    for (long key : block) {
      if (keys.isData(key)) {
        if (rank % stride == 0 && rank / stride < sample.length) {
          sample[(int) (rank / stride)] = keys.physical(key);
        }
        rank++;
      }
    }
  }

  /** Fills {@link #ranks}, without a pass over the image when every sample is finite. */
  private void countBlocks() throws IOException {
    ImageInfo info = walk.source().info();
    if (count == (long) info.width() * info.height() * channels) {
      for (long[] own : ranks) {
        for (int b = 0; b < blocks.count(); b++) {
          own[b + 1] = (long) blocks.lengthOf(b) * info.width();
        }
      }
    } else {
      forEachBlock(
          (band, from, samples, channel, block) ->
              ranks[channel][block + 1] = dataOf(keysOf(band, from, samples, channel)));
    }
    long before = 0;
    for (long[] own : ranks) {
      own[0] = before;
      for (int b = 0; b < blocks.count(); b++) {
        own[b + 1] += own[b];
      }
      before = own[blocks.count()];
    }
  }

  private long dataOf(long[] block) {
    long data = 0;
    for (long key : block) {
      data += keys.isData(key) ? 1 : 0;
    }
    return data;
  }

  private long[] keysOf(RowBand band, int from, int samples, int channel) {
    long[] block = new long[samples];
    keys.of(band, firstChannel + channel, from, samples, block);
    return block;
  }

  /** Sees one channel of one block. */
  @FunctionalInterface
  private interface BlockVisitor {
    void visit(RowBand band, int from, int samples, int channel, int block);
  }

  private void forEachBlock(BlockVisitor visitor) throws IOException {
    int width = walk.source().info().width();
    walk.walk(
        blocks,
        () -> visitor,
        (own, band, first, end) -> {
          for (int block = first; block < end; block++) {
            int from = (blocks.first(block) - blocks.first(first)) * width;
            for (int c = 0; c < channels; c++) {
              own.visit(band, from, blocks.lengthOf(block) * width, c, block);
            }
          }
        });
  }
}
