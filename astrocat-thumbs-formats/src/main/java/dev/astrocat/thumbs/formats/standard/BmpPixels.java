package dev.astrocat.thumbs.formats.standard;

import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.PixelNature;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.RowBand;
import dev.astrocat.thumbs.decode.SampleType;
import java.io.IOException;
import java.util.Arrays;

/** Rows of a BMP, top row first, as grey where its whole palette is grey, else as RGB. */
final class BmpPixels implements PixelSource {

  /** Where the bytes of a stored row come from. */
  @FunctionalInterface
  interface StoredRows {
    /** Row {@code storedRow}, counted from the start of the pixels. */
    byte[] read(int storedRow) throws IOException;
  }

  private final BmpHeaders headers;
  private final int bits;
  private final StoredRows rows;
  private final byte[][] tables;
  private final ImageInfo info;

  /**
   * Rows of a picture.
   *
   * @param bits of a pixel in the rows: 8 for decoded run-lengths
   */
  BmpPixels(BmpHeaders headers, int bits, StoredRows rows) {
    this.headers = headers;
    this.bits = bits;
    this.rows = rows;
    byte[][] palette = headers.palette();
    boolean grey =
        headers.bits() <= 8
            && Arrays.equals(palette[0], palette[1])
            && Arrays.equals(palette[1], palette[2]);
    this.tables = grey ? new byte[][] {palette[0]} : palette;
    this.info =
        ImageInfo.of((int) headers.width(), (int) headers.height(), tables.length, SampleType.U8)
            .withNature(PixelNature.DISPLAY_READY);
  }

  @Override
  public ImageInfo info() {
    return info;
  }

  @Override
  public void readRows(int firstRow, int rowCount, RowBand band) throws IOException {
    for (int r = 0; r < rowCount; r++) {
      int y = firstRow + r;
      byte[] row = rows.read(headers.topDown() ? y : info.height() - 1 - y);
      int offset = r * info.width();
      if (bits <= 8) {
        lookUp(row, band, offset);
      } else if (bits == 24) {
        takeApart(row, band, offset);
      } else {
        unmask(row, band, offset);
      }
    }
  }

  private void lookUp(byte[] row, RowBand band, int offset) {
    int perByte = 8 / bits;
    int mask = (1 << bits) - 1;
    for (int c = 0; c < tables.length; c++) {
      byte[] plane = band.bytes(c);
      for (int x = 0; x < info.width(); x++) {
        int shift = 8 - bits - x % perByte * bits;
        plane[offset + x] = tables[c][row[x / perByte] >> shift & mask];
      }
    }
  }

  private void takeApart(byte[] row, RowBand band, int offset) {
    for (int c = 0; c < 3; c++) {
      byte[] plane = band.bytes(c);
      for (int x = 0, at = 2 - c; x < info.width(); x++, at += 3) {
        plane[offset + x] = row[at];
      }
    }
  }

  private void unmask(byte[] row, RowBand band, int offset) {
    int bytes = bits / 8;
    int[] masks = headers.masks();
    for (int x = 0; x < info.width(); x++) {
      int pixel = 0;
      for (int b = bytes - 1; b >= 0; b--) {
        pixel = pixel << 8 | row[x * bytes + b] & 0xFF;
      }
      for (int c = 0; c < 3; c++) {
        band.bytes(c)[offset + x] = (byte) spread(pixel, masks[c]);
      }
    }
  }

  /** The masked bits, spread over 0..255. */
  private static long spread(int pixel, int mask) {
    if (mask == 0) {
      return 0;
    }
    int shift = Integer.numberOfTrailingZeros(mask);
    long highest = (mask & 0xFFFFFFFFL) >>> shift;
    long value = (pixel & mask & 0xFFFFFFFFL) >>> shift;
    return (value * 255 + highest / 2) / highest;
  }

  @Override
  public void close() {}
}
