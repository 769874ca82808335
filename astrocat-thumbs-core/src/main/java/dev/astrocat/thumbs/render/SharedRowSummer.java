package dev.astrocat.thumbs.render;

import dev.astrocat.thumbs.bands.Blocks;
import dev.astrocat.thumbs.decode.RowBand;
import java.util.Arrays;
import java.util.List;

/**
 * Adds a row to the boxes of several pictures: its levels are found once, and boxes that are so
 * many whole boxes of another picture long are made of those, which is exact. Holds buffers: one
 * thread at a time.
 */
final class SharedRowSummer implements RowSummer {

  private final LevelSummer levels;
  private final byte[] row;
  private final Blocks[] columns;

  /** The picture whose boxes a picture's are made of, or itself where they are made of levels. */
  private final int[] parents;

  /** Boxes of this row alone. */
  private final int[][] boxes;

  SharedRowSummer(LevelSummer levels, List<BoxPicture> pictures, int width) {
    this.levels = levels;
    this.row = new byte[width];
    this.columns = pictures.stream().map(BoxPicture::columns).toArray(Blocks[]::new);
    this.boxes = new int[columns.length][];
    this.parents = new int[columns.length];
    for (int p = 0; p < columns.length; p++) {
      boxes[p] = new int[columns[p].count()];
      parents[p] = parent(p);
    }
  }

  /** Pictures come with boxes that grow, so the last that fits saves most. */
  private int parent(int picture) {
    int size = columns[picture].size();
    for (int p = picture - 1; p >= 0; p--) {
      if (columns[p].size() > 1 && size % columns[p].size() == 0) {
        return p;
      }
    }
    return picture;
  }

  @Override
  public void add(RowBand band, int channel, int bandRow, int[][] sums) {
    levels.levels(band, channel, bandRow, row);
    for (int p = 0; p < columns.length; p++) {
      if (parents[p] == p) {
        Arrays.fill(boxes[p], 0);
        ByteBoxes.add(row, 0, ByteBoxes.SAME, columns[p], boxes[p]);
      } else {
        addUp(boxes[parents[p]], columns[parents[p]], columns[p], boxes[p]);
      }
      addTo(sums[p], boxes[p]);
    }
  }

  /** Larger boxes of smaller ones; both are cut from the same end of the row. */
  private static void addUp(int[] small, Blocks smallColumns, Blocks columns, int[] large) {
    int from = 0;
    for (int x = 0; x < large.length; x++) {
      int end = from + (columns.lengthOf(x) + smallColumns.size() - 1) / smallColumns.size();
      int sum = 0;
      for (int i = from; i < end; i++) {
        sum += small[i];
      }
      large[x] = sum;
      from = end;
    }
  }

  private static void addTo(int[] sums, int[] boxes) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += boxes[i];
    }
  }
}
