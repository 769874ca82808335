package dev.astrocat.thumbs.bench;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a FITS file of a made-up sky. */
final class SkyFits {

  private static final int BLOCK_BYTES = 2880;

  private SkyFits() {}

  static void write(Path file, Sky sky) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 20))) {
      out.write(header(sky).getBytes(StandardCharsets.US_ASCII));
      double[] samples = new double[sky.width()];
      for (int row = 0; row < sky.rows(); row++) {
        sky.nextRow(samples);
        for (double sample : samples) {
          if (sky.floats()) {
            out.writeFloat((float) (sample / 65_535));
          } else {
            out.writeShort((int) sample - 32_768);
          }
        }
      }
      out.write(new byte[(int) Math.floorMod(-sky.bytes(), (long) BLOCK_BYTES)]);
    }
  }

  private static String header(Sky sky) {
    StringBuilder cards = new StringBuilder();
    cards.append(card("SIMPLE", "T"));
    cards.append(card("BITPIX", sky.floats() ? "-32" : "16"));
    cards.append(card("NAXIS", sky.channels() == 3 ? "3" : "2"));
    cards.append(card("NAXIS1", Integer.toString(sky.width())));
    cards.append(card("NAXIS2", Integer.toString(sky.height())));
    if (sky.channels() == 3) {
      cards.append(card("NAXIS3", "3"));
    }
    if (!sky.floats()) {
      cards.append(card("BZERO", "32768"));
    }
    cards.append(String.format("%-80s", "END"));
    return String.format("%-" + BLOCK_BYTES + "s", cards);
  }

  private static String card(String keyword, String value) {
    return String.format("%-80s", String.format("%-8s= %20s", keyword, value));
  }
}
