package dev.astrocat.thumbs.bench;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Writes a FITS file of a made-up sky: a slope, noise, and a star here and there. */
final class SkyFits {

  private static final int BLOCK_BYTES = 2880;
  private static final int NOISES = 1 << 16;

  private SkyFits() {}

  /**
   * A file with pictures three wide to two high.
   *
   * @param frame {@code mono16}, {@code mono_f32} or {@code rgb_f32}
   */
  static void write(Path file, String frame, int megapixels) throws IOException {
    int height = (int) Math.sqrt(megapixels * 1e6 * 2 / 3);
    int width = height * 3 / 2;
    int channels = frame.startsWith("rgb") ? 3 : 1;
    boolean floats = frame.endsWith("f32");
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 20))) {
      out.write(header(width, height, channels, floats).getBytes(StandardCharsets.US_ASCII));
      double[] noise = new Random(1).doubles(NOISES, -1, 1).map(v -> v * v * v).toArray();
      Random random = new Random(2);
      for (int row = 0; row < height * channels; row++) {
        writeRow(out, width, 900 + row % height * 0.05, noise, random, floats);
      }
      long bytes = (long) width * height * channels * (floats ? 4 : 2);
      out.write(new byte[(int) (Math.floorMod(-bytes, (long) BLOCK_BYTES))]);
    }
  }

  private static void writeRow(
      DataOutputStream out, int width, double sky, double[] noise, Random random, boolean floats)
      throws IOException {
    int at = random.nextInt(NOISES);
    for (int x = 0; x < width; x++) {
      double value = sky + 90 * noise[(at + x * 7) & (NOISES - 1)] + x * 0.01;
      if ((random.nextInt() & 0xFFF) == 0) {
        value += 40_000 * random.nextDouble();
      }
      if (floats) {
        out.writeFloat((float) (value / 65_535));
      } else {
        out.writeShort((int) value - 32_768);
      }
    }
  }

  private static String header(int width, int height, int channels, boolean floats) {
    StringBuilder cards = new StringBuilder();
    cards.append(card("SIMPLE", "T"));
    cards.append(card("BITPIX", floats ? "-32" : "16"));
    cards.append(card("NAXIS", channels == 3 ? "3" : "2"));
    cards.append(card("NAXIS1", Integer.toString(width)));
    cards.append(card("NAXIS2", Integer.toString(height)));
    if (channels == 3) {
      cards.append(card("NAXIS3", "3"));
    }
    if (!floats) {
      cards.append(card("BZERO", "32768"));
    }
    cards.append(String.format("%-80s", "END"));
    return String.format("%-" + BLOCK_BYTES + "s", cards);
  }

  private static String card(String keyword, String value) {
    return String.format("%-80s", String.format("%-8s= %20s", keyword, value));
  }
}
