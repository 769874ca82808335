package dev.astrocat.thumbs.render;

import dev.astrocat.thumbs.bands.BandWalk;
import dev.astrocat.thumbs.bands.Slice;
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
 * Stretches all samples to levels and adds them up in the boxes of one or several pictures, in one
 * pass: what one thread has for it.
 */
final class Reducer {

  private final List<BoxPicture> pictures;
  private final List<RowSummer> summers;
  private final int[][] sums;

  private Reducer(List<BoxPicture> pictures, List<RowSummer> summers) {
    this.pictures = pictures;
    this.summers = summers;
    this.sums = pictures.stream().map(p -> new int[p.columns().count()]).toArray(int[][]::new);
  }

  /** Fills all pictures by one walk over the image. */
  static void reduce(BandWalk walk, ToneCurve curve, List<BoxPicture> pictures) throws IOException {
    ImageInfo info = walk.source().info();
    List<Supplier<LevelSummer>> levels = new ArrayList<>();
    for (int c = 0; c < info.channels(); c++) {
      levels.add(c > 0 && curve.channels().size() == 1 ? levels.get(0) : summers(info, curve, c));
    }
    walk.walk(
        pictures.stream().map(BoxPicture::rows).toList(),
        () -> {
          List<LevelSummer> own = levels.stream().map(Supplier::get).toList();
          return new Reducer(
              pictures, own.stream().map(l -> RowSummer.of(l, pictures, info.width())).toList());
        },
        Reducer::visit);
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

  private void visit(RowBand band, Slice slice) {
    for (int c = 0; c < summers.size(); c++) {
      int[] lines = slice.firstLines().clone();
      for (int[] line : sums) {
        Arrays.fill(line, 0);
      }
      for (int y = slice.firstRow(); y < slice.endRow(); y++) {
        summers.get(c).add(band, c, y - slice.firstRow(), sums);
        for (int p = 0; p < sums.length; p++) {
          lines[p] += finished(p, c, lines[p], slice, y);
        }
      }
    }
  }

  /** How many lines of a picture a row has finished: one, which is written, or none. */
  private int finished(int p, int channel, int line, Slice slice, int row) {
    BoxPicture picture = pictures.get(p);
    boolean ends = line < slice.endLines()[p] && row + 1 == picture.rows().end(line);
    // A row before the first line belongs to another band's.
    boolean before = line < slice.endLines()[p] && row < picture.rows().first(line);
    if (ends) {
      picture.write(channel, line, sums[p]);
    }
    if (ends || before) {
      Arrays.fill(sums[p], 0);
    }
    return ends ? 1 : 0;
  }
}
