package dev.astrocat.thumbs.render;

import dev.astrocat.thumbs.bands.BandWalk;
import dev.astrocat.thumbs.bands.Slice;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.RowBand;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Takes means of linear values for one or several pictures, in one pass: what one thread has for
 * it.
 */
final class Averager {

  private final List<MeanPicture> pictures;
  private final SampleValues samples;
  private final double[] row;
  private final double[][] sums;
  private final double[][] weights;

  private Averager(List<MeanPicture> pictures, ImageInfo info) {
    this.pictures = pictures;
    this.samples = new SampleValues(info);
    this.row = new double[info.width()];
    this.sums = pictures.stream().map(p -> new double[p.width()]).toArray(double[][]::new);
    this.weights = pictures.stream().map(p -> new double[p.width()]).toArray(double[][]::new);
  }

  /** Fills all pictures by one walk over the image. */
  static void average(BandWalk walk, List<MeanPicture> pictures) throws IOException {
    ImageInfo info = walk.source().info();
    walk.walk(
        pictures.stream().map(MeanPicture::rows).toList(),
        () -> new Averager(pictures, info),
        Averager::visit);
  }

  private void visit(RowBand band, Slice slice) {
    for (int c = 0; c < band.channels(); c++) {
      int[] lines = slice.firstLines().clone();
      for (int y = slice.firstRow(); y < slice.endRow(); y++) {
        samples.read(band, c, y - slice.firstRow(), row);
        for (int p = 0; p < lines.length; p++) {
          lines[p] = addRow(p, c, lines[p], slice.endLines()[p], y);
        }
      }
    }
  }

  /** Adds the row to the one or two lines that it belongs to; the line that is next. */
  private int addRow(int p, int channel, int firstLine, int endLine, int y) {
    MeanPicture picture = pictures.get(p);
    Shares rows = picture.rows();
    int line = firstLine;
    while (line < endLine && rows.first(line) <= y) {
      if (rows.first(line) == y) {
        Arrays.fill(sums[p], 0);
        Arrays.fill(weights[p], 0);
      }
      picture.means().add(row, rows.weight(line, y), sums[p], weights[p]);
      if (y + 1 < rows.end(line)) {
        break;
      }
      picture.take(channel, line, sums[p], weights[p]);
      line++;
    }
    return line;
  }
}
