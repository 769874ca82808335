package dev.astrocat.thumbs.demo.sample;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes a FITS file with one image (FITS 4.0 sections 3 and 4). One thread at a time. */
final class FitsFile {

  private static final int BLOCK = 2880;
  private static final int CARD = 80;
  private static final int UNSIGNED_OFFSET = 32_768;

  private final List<String> cards = new ArrayList<>();

  /** An image of 16-bit unsigned numbers, stored signed with BZERO (section 5.2.5). */
  static byte[] of(int width, int height, char[] numbers, FitsFile header) {
    byte[] bytes = new byte[padded(numbers.length * Short.BYTES)];
    ByteBuffer data = ByteBuffer.wrap(bytes);
    for (char number : numbers) {
      data.putShort((short) (number - UNSIGNED_OFFSET));
    }
    FitsFile file = new FitsFile().mandatory(16, width, height);
    file.add("BZERO", UNSIGNED_OFFSET).add("BSCALE", 1);
    return file.addAll(header).withData(bytes);
  }

  /** A colour image of three planes of 32-bit floats. */
  static byte[] of(int width, int height, List<float[]> planes, FitsFile header) {
    byte[] bytes = new byte[padded(width * height * planes.size() * Float.BYTES)];
    ByteBuffer data = ByteBuffer.wrap(bytes);
    for (float[] plane : planes) {
      for (float number : plane) {
        data.putFloat(number);
      }
    }
    return new FitsFile()
        .mandatory(-32, width, height, planes.size())
        .addAll(header)
        .withData(bytes);
  }

  private FitsFile mandatory(int bitpix, int... axes) {
    cards.add(card("SIMPLE", String.format(Locale.ROOT, "%20s", "T")));
    add("BITPIX", bitpix).add("NAXIS", axes.length);
    for (int i = 0; i < axes.length; i++) {
      add("NAXIS" + (i + 1), axes[i]);
    }
    return this;
  }

  /** A whole number, right-justified in columns 11 to 30 (section 4.2.3). */
  FitsFile add(String keyword, int value) {
    cards.add(card(keyword, String.format(Locale.ROOT, "%20d", value)));
    return this;
  }

  /** A decimal number. */
  FitsFile add(String keyword, double value) {
    cards.add(card(keyword, String.format(Locale.ROOT, "%20.3f", value)));
    return this;
  }

  /** A text without quotes in it (section 4.2.1). */
  FitsFile add(String keyword, String value) {
    cards.add(card(keyword, String.format(Locale.ROOT, "'%-8s'", value)));
    return this;
  }

  private FitsFile addAll(FitsFile header) {
    cards.addAll(header.cards);
    return this;
  }

  private static String card(String keyword, String value) {
    return String.format(Locale.ROOT, "%-" + CARD + "s", String.format("%-8s= %s", keyword, value));
  }

  private byte[] withData(byte[] data) {
    cards.add(String.format(Locale.ROOT, "%-" + CARD + "s", "END"));
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(String.join("", cards).getBytes(StandardCharsets.US_ASCII));
    while (file.size() % BLOCK != 0) {
      file.write(' ');
    }
    file.writeBytes(data);
    return file.toByteArray();
  }

  private static int padded(int bytes) {
    return (bytes + BLOCK - 1) / BLOCK * BLOCK;
  }
}
