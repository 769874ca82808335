package dev.astrocat.thumbs.demo;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Small FITS files for tests, made in memory. */
public final class TestFits {

  private static final int BLOCK = 2880;

  private TestFits() {}

  /** A 16-bit image of rising numbers: sample {@code i} is {@code i}; more cards at will. */
  public static byte[] ramp(int width, int height, String... cards) {
    String header =
        card("SIMPLE  =                    T")
            + card("BITPIX  =                   16")
            + card("NAXIS   =                    2")
            + card(String.format("NAXIS1  = %20d", width))
            + card(String.format("NAXIS2  = %20d", height))
            + card("IMAGETYP= 'Light Frame'")
            + Stream.of(cards).map(TestFits::card).collect(Collectors.joining())
            + card("END");
    int dataBytes = (2 * width * height + BLOCK - 1) / BLOCK * BLOCK;
    ByteBuffer file = ByteBuffer.allocate(BLOCK + dataBytes);
    file.put(String.format("%-" + BLOCK + "s", header).getBytes(StandardCharsets.US_ASCII));
    for (int i = 0; i < width * height; i++) {
      file.putShort((short) i);
    }
    return file.array();
  }

  /** Writes such an image. */
  public static Path write(Path file, int width, int height, String... cards) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.write(file, ramp(width, height, cards));
  }

  private static String card(String text) {
    return String.format("%-80s", text);
  }
}
