package dev.astrocat.thumbs.bands;

import java.util.List;

/**
 * Cuts the rows of an image into bands for one picture or several at once. A line belongs to the
 * band in which its first row lies, and a band is read on to the end of its last line: so each line
 * is made by one thread from its rows in order, however many pictures and threads there are, at the
 * price of rows that two bands read. Immutable.
 */
final class BandPlan {

  private final List<? extends RowSpans> pictures;
  private final int bandRows;
  private final int bands;

  /** Bands of about so many rows. */
  BandPlan(List<? extends RowSpans> pictures, int height, int bandRows) {
    this.pictures = pictures;
    this.bandRows = Math.min(bandRows, height);
    this.bands = (height + this.bandRows - 1) / this.bandRows;
  }

  /** Most rows that a line of any picture is made of. */
  static int longestLine(List<? extends RowSpans> pictures) {
    int longest = 1;
    for (RowSpans picture : pictures) {
      for (int line = 0; line < picture.count(); line++) {
        longest = Math.max(longest, picture.end(line) - picture.first(line));
      }
    }
    return longest;
  }

  int bands() {
    return bands;
  }

  /** Most rows that are read for one band. */
  int mostRows() {
    int most = 0;
    for (int i = 0; i < bands; i++) {
      Slice slice = slice(i);
      most = Math.max(most, slice.endRow() - slice.firstRow());
    }
    return most;
  }

  /** Rows that are read for all bands together. */
  long rowsRead() {
    long rows = 0;
    for (int i = 0; i < bands; i++) {
      Slice slice = slice(i);
      rows += slice.endRow() - slice.firstRow();
    }
    return rows;
  }

  /** What is to be made of a band. */
  Slice slice(int band) {
    int[] firstLines = new int[pictures.size()];
    int[] endLines = new int[pictures.size()];
    int firstRow = Integer.MAX_VALUE;
    int endRow = 0;
    for (int p = 0; p < firstLines.length; p++) {
      RowSpans picture = pictures.get(p);
      firstLines[p] = picture.firstLineFrom(band * bandRows);
      endLines[p] =
          band == bands - 1 ? picture.count() : picture.firstLineFrom((band + 1) * bandRows);
      if (firstLines[p] < endLines[p]) {
        firstRow = Math.min(firstRow, picture.first(firstLines[p]));
        endRow = Math.max(endRow, picture.end(endLines[p] - 1));
      }
    }
    return new Slice(Math.min(firstRow, endRow), endRow, firstLines, endLines);
  }
}
