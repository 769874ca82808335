package dev.astrocat.thumbs.render;

import dev.astrocat.thumbs.bands.BandWalk;
import dev.astrocat.thumbs.bands.Blocks;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.RowBand;
import dev.astrocat.thumbs.measure.ToneCurve;
import dev.astrocat.thumbs.measure.exact.SampleKeys;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Stretches all samples to levels and takes means of boxes, in one pass. Boxes at the far edges may
 * be smaller; when a side is mirrored later, the near ones are, so that the result is that of a
 * picture that was mirrored first.
 */
final class Reducer {

  private final Blocks columns;
  private final Blocks rows;

  Reducer(Blocks columns, Blocks rows) {
    this.columns = columns;
    this.rows = rows;
  }

  /** Levels of the reduced picture, one array a channel, still in stored order. */
  byte[][] reduce(BandWalk walk, ToneCurve curve) throws IOException {
    ImageInfo info = walk.source().info();
    byte[][] planes = new byte[info.channels()][columns.count() * rows.count()];
    List<Supplier<LevelSummer>> summers = new ArrayList<>();
    for (int c = 0; c < info.channels(); c++) {
      summers.add(c > 0 && curve.channels().size() == 1 ? summers.get(0) : summers(info, curve, c));
    }
    walk.walk(
        rows,
        () -> summers.stream().map(Supplier::get).toList(),
        (own, band, first, end) -> {
          for (int c = 0; c < planes.length; c++) {
            reduceBand(own.get(c), band, c, first, end, planes[c]);
          }
        });
    return planes;
  }

  static Supplier<LevelSummer> summers(ImageInfo info, ToneCurve curve, int channel) {
    if (info.type().bytes() <= 2) {
      LevelSummer shared = new LookupSummer(info, curve.channel(channel));
      return () -> shared;
    }
    SampleKeys keys = new SampleKeys(info);
    KeyLevels levels = new KeyLevels(keys, curve.channel(channel));
    if (!keys.areInts()) {
      return () -> new KeySummer(keys, levels, info.width());
    }
    IntLevels table = new IntLevels(keys, levels);
    return () -> new IntSummer(table, info.width());
  }

  private void reduceBand(
      LevelSummer summer, RowBand band, int channel, int first, int end, byte[] plane) {
    int[] sums = new int[columns.count()];
    int bandStart = rows.first(first);
    for (int block = first; block < end; block++) {
      Arrays.fill(sums, 0);
      for (int y = rows.first(block); y < rows.first(block + 1); y++) {
        summer.add(band, channel, y - bandStart, columns, sums);
      }
      writeMeans(sums, rows.lengthOf(block), plane, block * columns.count());
    }
  }

  private void writeMeans(int[] sums, int boxRows, byte[] plane, int at) {
    BoxMean whole = new BoxMean(columns.size() * boxRows);
    for (int x = columns.firstWhole(); x < columns.endWhole(); x++) {
      plane[at + x] = whole.of(sums[x]);
    }
    writeSmaller(0, columns.firstWhole(), sums, boxRows, plane, at);
    writeSmaller(columns.endWhole(), columns.count(), sums, boxRows, plane, at);
  }

  private void writeSmaller(int from, int end, int[] sums, int boxRows, byte[] plane, int at) {
    for (int x = from; x < end; x++) {
      plane[at + x] = new BoxMean(columns.lengthOf(x) * boxRows).of(sums[x]);
    }
  }
}
