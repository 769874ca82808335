package dev.astrocat.thumbs.render;

import dev.astrocat.thumbs.bands.BandWalk;
import dev.astrocat.thumbs.bands.Blocks;
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
  private final BoxTree tree;
  private final List<RowSummer> summers;

  /** Boxes of the line of each picture that is being added up. */
  private final int[][] sums;

  private final int[][] rootSums;

  /**
   * Where pictures have a parent: its boxes, line added to line, and how they lie in larger ones.
   */
  private final int[][] parentSums;

  private final Blocks[] folds;

  /** The line of each picture that is being added up. */
  private final int[] lines;

  private Reducer(List<BoxPicture> pictures, BoxTree tree, List<RowSummer> summers) {
    this.pictures = pictures;
    this.tree = tree;
    this.summers = summers;
    this.sums = pictures.stream().map(p -> new int[p.columns().count()]).toArray(int[][]::new);
    this.rootSums = tree.roots().stream().map(p -> sums[p]).toArray(int[][]::new);
    this.lines = new int[sums.length];
    this.parentSums = new int[sums.length][];
    this.folds = new Blocks[sums.length];
    for (int p = 0; p < sums.length; p++) {
      Blocks columns = pictures.get(p).columns();
      for (int child : tree.children().get(p)) {
        parentSums[child] = new int[columns.count()];
        folds[child] = BoxTree.boxesIn(columns, pictures.get(child).columns());
      }
    }
  }

  /** Fills all pictures by one walk over the image. */
  static void reduce(BandWalk walk, ToneCurve curve, List<BoxPicture> pictures) throws IOException {
    ImageInfo info = walk.source().info();
    List<Supplier<LevelSummer>> levels = new ArrayList<>();
    for (int c = 0; c < info.channels(); c++) {
      levels.add(c > 0 && curve.channels().size() == 1 ? levels.get(0) : summers(info, curve, c));
    }
    BoxTree tree = BoxTree.of(pictures);
    List<Blocks> columns = tree.roots().stream().map(p -> pictures.get(p).columns()).toList();
    walk.walk(
        pictures.stream().map(BoxPicture::rows).toList(),
        () -> {
          List<LevelSummer> own = levels.stream().map(Supplier::get).toList();
          return new Reducer(
              pictures,
              tree,
              own.stream().map(l -> RowSummer.of(l, columns, info.width())).toList());
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
      for (int p = 0; p < lines.length; p++) {
        lines[p] = pictures.get(p).rows().firstLineFrom(slice.firstRow());
      }
      for (int y = slice.firstRow(); y < slice.endRow(); y++) {
        for (int root : tree.roots()) {
          clearAtStart(root, y, sums);
        }
        summers.get(c).add(band, c, y - slice.firstRow(), rootSums);
        for (int root : tree.roots()) {
          finishAtEnd(root, y + 1, c, slice);
        }
      }
    }
  }

  private void clearAtStart(int p, int row, int[][] added) {
    if (pictures.get(p).rows().first(lines[p]) == row) {
      Arrays.fill(added[p], 0);
    }
  }

  /** Hands on a line that ends here; those of the next band are handed on, but not written. */
  private void finishAtEnd(int p, int endRow, int channel, Slice slice) {
    BoxPicture picture = pictures.get(p);
    int line = lines[p];
    if (line == picture.rows().count() || picture.rows().end(line) != endRow) {
      return;
    }
    if (line >= slice.firstLines()[p] && line < slice.endLines()[p]) {
      picture.write(channel, line, sums[p]);
    }
    for (int child : tree.children().get(p)) {
      clearAtStart(child, picture.rows().first(line), parentSums);
      BoxTree.addLine(sums[p], parentSums[child]);
      finishChildAtEnd(child, endRow, channel, slice);
    }
    lines[p]++;
  }

  private void finishChildAtEnd(int child, int endRow, int channel, Slice slice) {
    Blocks rows = pictures.get(child).rows();
    if (lines[child] < rows.count() && rows.end(lines[child]) == endRow) {
      BoxTree.fold(parentSums[child], folds[child], sums[child]);
      finishAtEnd(child, endRow, channel, slice);
    }
  }
}
