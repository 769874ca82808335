package dev.astrocat.thumbs.demo.serve.images;

import dev.astrocat.thumbs.Thumbnail;
import dev.astrocat.thumbs.measure.ChannelCurve;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * How often which linear values occur, as told by a small stretched picture: each of its 256 levels
 * is taken back through the tone curve to the values that it stands for. So it is exact where the
 * stretch shows much, and coarse where it shows little; what was clipped stands at the ends.
 *
 * @param bins pixels a bin, from {@code from} to {@code to}
 * @param from physical value of the left end
 * @param to physical value of the right end
 * @param shadows where black begins, 0 at the left end and 1 at the right one
 * @param midtones where middle grey is, likewise
 * @param source what this was made of, for people
 */
record LinearHistogram(
    long[] bins, double from, double to, double shadows, double midtones, String source) {

  private static final int LEVELS = 256;
  private static final int STEPS = 60;

  /** Levels of less than this part of a bin stand in one. */
  private static final double NARROW = 1e-9;

  /** Bins end where this part of all pixels is to the left; stars would leave the rest empty. */
  private static final double SHOWN = 0.99;

  private static final String SOURCE =
      "from the levels of the small stretched picture, taken back through the tone curve";

  static LinearHistogram of(Thumbnail thumbnail) {
    Raster pixels = pixels(thumbnail);
    double[][] borders = new double[pixels.getNumBands()][];
    long[][] counts = new long[pixels.getNumBands()][];
    double end = 0;
    for (int band = 0; band < borders.length; band++) {
      borders[band] = borders(thumbnail.report().stretch().curve().channel(band));
      counts[band] = counts(pixels, band);
      end = Math.max(end, borders[band][lastShown(counts[band]) + 1]);
    }
    ChannelCurve curve = thumbnail.report().stretch().curve().channel(0);
    double to = Math.min(1, Math.max(end * 1.2, curve.shadows() + 1e-6));
    double[] bins = new double[LEVELS];
    for (int band = 0; band < borders.length; band++) {
      spread(counts[band], borders[band], to, bins);
    }
    double span = curve.range().high() - curve.range().low();
    return new LinearHistogram(
        whole(bins),
        curve.range().low(),
        curve.range().low() + to * span,
        Math.min(1, curve.shadows() / to),
        Math.min(1, inverse(curve, 0.5) / to),
        SOURCE);
  }

  private static Raster pixels(Thumbnail thumbnail) {
    try {
      // In memory, and closed by the reader.
      return ImageIO.read(
              new MemoryCacheImageInputStream(new ByteArrayInputStream(thumbnail.bytes())))
          .getRaster();
    } catch (IOException e) {
      throw new UncheckedIOException("a picture of our own cannot be read", e);
    }
  }

  private static long[] counts(Raster pixels, int band) {
    long[] counts = new long[LEVELS];
    int[] row = new int[pixels.getWidth()];
    for (int y = 0; y < pixels.getHeight(); y++) {
      pixels.getSamples(0, y, row.length, 1, band, row);
      for (int level : row) {
        counts[level & 0xFF]++;
      }
    }
    return counts;
  }

  private static int lastShown(long[] counts) {
    long all = 0;
    for (long count : counts) {
      all += count;
    }
    long left = 0;
    int level = 0;
    while (level < LEVELS - 1 && (left += counts[level]) < SHOWN * all) {
      level++;
    }
    return level;
  }

  /** Normalised values between which a level lies: from {@code [level]} to {@code [level + 1]}. */
  private static double[] borders(ChannelCurve curve) {
    double[] borders = new double[LEVELS + 1];
    for (int level = 1; level < LEVELS; level++) {
      borders[level] = inverse(curve, (level - 0.5) / (LEVELS - 1));
    }
    borders[LEVELS] = 1;
    return borders;
  }

  /** The smallest normalised value that is seen as bright as that; curves never fall. */
  private static double inverse(ChannelCurve curve, double seen) {
    double low = 0;
    double high = 1;
    double span = curve.range().high() - curve.range().low();
    for (int step = 0; step < STEPS; step++) {
      double middle = (low + high) / 2;
      if (curve.apply(curve.range().low() + middle * span) < seen) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /** Spreads the pixels of each level evenly over its values, and so over parts of bins. */
  private static void spread(long[] counts, double[] borders, double to, double[] bins) {
    for (int level = 0; level < LEVELS; level++) {
      double first = Math.min(LEVELS - 1, borders[level] / to * LEVELS);
      double last = Math.min(LEVELS, borders[level + 1] / to * LEVELS);
      double width = last - first;
      if (width < NARROW) {
        bins[(int) first] += counts[level];
        continue;
      }
      for (int bin = (int) first; bin < last; bin++) {
        double share = Math.min(last, bin + 1) - Math.max(first, bin);
        bins[bin] += counts[level] * share / width;
      }
    }
  }

  /** Whole pixels, none lost and none won: rounded is the sum of all bins so far. */
  private static long[] whole(double[] bins) {
    long[] whole = new long[bins.length];
    double sum = 0;
    long told = 0;
    for (int bin = 0; bin < bins.length; bin++) {
      sum += bins[bin];
      whole[bin] = Math.round(sum) - told;
      told += whole[bin];
    }
    return whole;
  }
}
