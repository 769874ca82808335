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

  /**
   * Which boxes of a row lie in which of the larger ones; both are cut from the same end of the
   * row.
   */
  static Blocks boxesIn(Blocks small, Blocks large) {
    int factor = large.size() / small.size();
    int lead = large.lead() == 0 ? 0 : small.count() % factor;
    return new Blocks(small.count(), factor, lead);
  }

  /** Adds line to line, box by box. */
  static void addLine(int[] line, int[] sums) {
    for (int x = 0; x < sums.length; x++) {
      sums[x] += line[x];
    }
  }

  /** Adds up the boxes of a line that lie in each of the larger ones. */
  static void fold(int[] small, Blocks boxes, int[] large) {
    int whole = boxes.firstWhole();
    int end = boxes.endWhole();
    switch (boxes.size()) {
      case 2 -> {
        for (int x = whole, at = boxes.first(whole); x < end; x++, at += 2) {
          large[x] = small[at] + small[at + 1];
        }
      }
      case 3 -> {
        for (int x = whole, at = boxes.first(whole); x < end; x++, at += 3) {
          large[x] = small[at] + small[at + 1] + small[at + 2];
        }
      }
      default -> foldEach(small, boxes, large, whole, end);
    }
    foldEach(small, boxes, large, 0, whole);
    foldEach(small, boxes, large, end, boxes.count());
  }

  private static void foldEach(int[] small, Blocks boxes, int[] large, int from, int end) {
    for (int x = from; x < end; x++) {
      int sum = 0;
      for (int at = boxes.first(x); at < boxes.end(x); at++) {
        sum += small[at];
      }
      large[x] = sum;
    }
  }
}
