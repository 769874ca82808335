package dev.astrocat.thumbs.demo.sample;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Writes 8-bit pictures in the formats that the JDK has encoders for. */
final class FinishedPicture {

  private FinishedPicture() {}

  /**
   * A complete file.
   *
   * @param samples interleaved, 0 to 255
   * @param format {@code jpeg} or {@code png}
   */
  static byte[] of(int width, int height, char[] samples, String format) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < width * height; i++) {
      int rgb = samples[3 * i] << 16 | samples[3 * i + 1] << 8 | samples[3 * i + 2];
      image.setRGB(i % width, i / width, rgb);
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    if (!ImageIO.write(image, format, file)) {
      throw new IOException("this Java runtime writes no " + format);
    }
    return file.toByteArray();
  }
}
