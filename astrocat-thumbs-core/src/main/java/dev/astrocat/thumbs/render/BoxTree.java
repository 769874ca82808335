package dev.astrocat.thumbs.render;

import dev.astrocat.thumbs.bands.Blocks;
import java.util.ArrayList;
import java.util.List;

/**
 * Which pictures' boxes are made of which others': boxes that are so many whole boxes of another
 * picture long and high are the sums of those, which is exact and takes a fraction of the time. All
 * others are made of levels. Immutable.
 *
 * @param roots pictures that are made of levels
 * @param children pictures that are made of the boxes of each picture
 */
record BoxTree(List<Integer> roots, List<List<Integer>> children) {

  /** The tree of pictures whose boxes grow. */
  static BoxTree of(List<BoxPicture> pictures) {
    List<Integer> roots = new ArrayList<>();
    List<List<Integer>> children = new ArrayList<>();
    for (int p = 0; p < pictures.size(); p++) {
      children.add(new ArrayList<>());
      int parent = parent(pictures, p);
      (parent == p ? roots : children.get(parent)).add(p);
    }
    return new BoxTree(roots, children);
  }

  /** The last that fits saves most; boxes of single pixels save nothing. */
  private static int parent(List<BoxPicture> pictures, int picture) {
    BoxPicture large = pictures.get(picture);
    for (int p = picture - 1; p >= 0; p--) {
      BoxPicture small = pictures.get(p);
      if (small.columns().size() * small.rows().size() > 1
          && large.columns().size() % small.columns().size() == 0
          && large.rows().size() % small.rows().size() == 0) {
        return p;
      }
    }
    return picture;
  }

  /** Adds boxes to the larger ones that they lie in; both are cut from the same end of the row. */
  static void addUp(int[] small, Blocks smallColumns, int[] large, Blocks columns) {
    int from = 0;
    for (int x = 0; x < large.length; x++) {
      int end = from + (columns.lengthOf(x) + smallColumns.size() - 1) / smallColumns.size();
      int sum = 0;
      for (int i = from; i < end; i++) {
        sum += small[i];
      }
      large[x] += sum;
      from = end;
    }
  }
}
