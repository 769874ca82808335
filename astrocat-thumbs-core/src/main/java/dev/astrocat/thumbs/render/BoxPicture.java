package dev.astrocat.thumbs.render;

import dev.astrocat.thumbs.bands.Blocks;

/**
 * Levels of a picture that is reduced by whole boxes, in stored order. Boxes at the far edges may
 * be smaller; when a side is mirrored later, the near ones are, so that the result is that of a
 * picture that was mirrored first. Threads may write different lines.
 */
final class BoxPicture {

  private final Blocks columns;
  private final Blocks rows;
  private final byte[][] planes;

  BoxPicture(Blocks columns, Blocks rows, int channels) {
    this.columns = columns;
    this.rows = rows;
    this.planes = new byte[channels][columns.count() * rows.count()];
  }

  Blocks columns() {
    return columns;
  }

  Blocks rows() {
    return rows;
  }

  /** One array a channel. */
  byte[][] planes() {
    return planes;
  }

  /** Writes the means of a line of boxes whose levels are added up. */
  void write(int channel, int line, int[] sums) {
    byte[] plane = planes[channel];
    int boxRows = rows.lengthOf(line);
    int at = line * columns.count();
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
