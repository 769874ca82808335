package dev.astrocat.thumbs.render;

import dev.astrocat.thumbs.measure.ChannelCurve;
import dev.astrocat.thumbs.measure.ToneCurve;

/**
 * A picture whose pixels are means of the samples that they cover, exactly, with parts of pixels at
 * their edges: the light that fell on them. Then stretched and rounded to the nearest level.
 * Threads may write different lines.
 *
 * <p>A resampling with negative weights, such as Lanczos, would put rings around stars, which a
 * stretch turns pitch black: they lie thousands of times the noise below the sky.
 *
 * <p>A picture of many more rows than it has lines is made of lines that are parts of its own, so
 * that no line takes more than a few rows in memory.
 */
final class MeanPicture {

  /** Most rows, about, that a line is made of. */
  private static final int LINE_ROWS = 64;

  private final Shares columns;
  private final Shares rows;
  private final int parts;
  private final ColumnMeans means;
  private final ToneCurve curve;
  private final byte[][] planes;
  private final double[][][] partSums;
  private final double[][][] partWeights;

  MeanPicture(TargetSize stored, int width, int height, int channels, ToneCurve curve) {
    this.columns = new Shares(width, stored.width());
    this.parts = Math.max(1, height / stored.height() / LINE_ROWS);
    this.rows = new Shares(height, stored.height() * parts);
    this.means = new ColumnMeans(columns);
    this.curve = curve;
    this.planes = new byte[channels][stored.width() * stored.height()];
    this.partSums = new double[channels][parts > 1 ? rows.count() : 0][];
    this.partWeights = new double[channels][parts > 1 ? rows.count() : 0][];
  }

  Shares rows() {
    return rows;
  }

  ColumnMeans means() {
    return means;
  }

  /** Columns of the picture. */
  int width() {
    return columns.count();
  }

  /** Takes a line whose rows are all added. */
  void take(int channel, int line, double[] sums, double[] weights) {
    if (parts == 1) {
      write(channel, line, sums, weights);
    } else {
      partSums[channel][line] = sums.clone();
      partWeights[channel][line] = weights.clone();
    }
  }

  /** The finished levels, one array a channel; after all lines were taken. */
  byte[][] planes() {
    for (int c = 0; c < planes.length; c++) {
      for (int line = 0; line < partSums[c].length; line += parts) {
        writeTogether(c, line);
      }
    }
    return planes;
  }

  private void writeTogether(int channel, int firstPart) {
    double[] sums = partSums[channel][firstPart].clone();
    double[] weights = partWeights[channel][firstPart].clone();
    for (int part = firstPart + 1; part < firstPart + parts; part++) {
      for (int x = 0; x < sums.length; x++) {
        sums[x] += partSums[channel][part][x];
        weights[x] += partWeights[channel][part][x];
      }
    }
    write(channel, firstPart / parts, sums, weights);
  }

  private void write(int channel, int line, double[] sums, double[] weights) {
    ChannelCurve tones = curve.channel(channel);
    int at = line * sums.length;
    for (int x = 0; x < sums.length; x++) {
      planes[channel][at + x] = weights[x] > 0 ? level(tones, sums[x] / weights[x]) : 0;
    }
  }

  /** The nearest level; of values so large that their sum overflows, the largest or smallest. */
  private static byte level(ChannelCurve tones, double mean) {
    double finite = Math.min(Math.max(mean, -Double.MAX_VALUE), Double.MAX_VALUE);
    return (byte) tones.nearestLevel(finite);
  }
}
