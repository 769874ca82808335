package dev.astrocat.thumbs.demo.corpus;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * How far two pictures are apart, in levels; a grey one stands for three equal channels.
 *
 * @param largest largest difference of a sample
 * @param pixels pixels with any difference
 * @param share their share of all pixels
 * @param mean mean difference of all samples
 */
record PictureDifference(int largest, long pixels, double share, double mean) {

  static PictureDifference between(Path one, Path other) throws IOException {
    BufferedImage a = ImageIO.read(one.toFile());
    BufferedImage b = ImageIO.read(other.toFile());
    if (a.getWidth() != b.getWidth() || a.getHeight() != b.getHeight()) {
      return new PictureDifference(255, Long.MAX_VALUE, 1, 255);
    }
    int largest = 0;
    long pixels = 0;
    long sum = 0;
    for (int y = 0; y < a.getHeight(); y++) {
      for (int x = 0; x < a.getWidth(); x++) {
        int worst = 0;
        for (int c = 0; c < 3; c++) {
          int d = Math.abs(sample(a.getRaster(), x, y, c) - sample(b.getRaster(), x, y, c));
          sum += d;
          worst = Math.max(worst, d);
        }
        largest = Math.max(largest, worst);
        pixels += worst > 0 ? 1 : 0;
      }
    }
    double all = (double) a.getWidth() * a.getHeight();
    return new PictureDifference(largest, pixels, pixels / all, sum / (3 * all));
  }

  /** From the raster: {@code getRGB} would apply a gamma to grey. */
  private static int sample(Raster raster, int x, int y, int channel) {
    return raster.getSample(x, y, Math.min(channel, raster.getNumBands() - 1));
  }

  /** Whether it keeps within a row's tolerances; two pixels may always differ. */
  boolean isWithin(int maxDifference, double maxShare, double maxMean) {
    return largest <= maxDifference && (pixels <= 2 || share <= maxShare) && mean <= maxMean;
  }
}
