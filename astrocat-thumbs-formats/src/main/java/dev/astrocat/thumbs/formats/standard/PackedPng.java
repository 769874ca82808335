package dev.astrocat.thumbs.formats.standard;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.PixelNature;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.RowBand;
import dev.astrocat.thumbs.decode.SampleType;
import dev.astrocat.thumbs.formats.imageio.SourceImageInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * Grey and palette PNGs of up to 8 bits, kept packed as they are stored: star charts and masks of
 * hundreds of megapixels. The JDK's reader takes 160 ns for each pixel of 1 bit.
 */
final class PackedPng implements PixelSource {

  private static final int GREY = 0;
  private static final int PALETTE = 3;

  private final PngHeaders headers;
  private final byte[] rows;
  private final byte[][] tables;
  private final ImageInfo info;

  private PackedPng(PngHeaders headers, byte[] rows) {
    this.headers = headers;
    this.rows = rows;
    this.tables = tables(headers);
    this.info =
        ImageInfo.of((int) headers.width(), (int) headers.height(), tables.length, SampleType.U8)
            .withNature(PixelNature.DISPLAY_READY)
            .withOrientation(headers.orientation());
  }

  /** Whether a file is of this kind; interlaced ones are left to the library. */
  static boolean reads(PngHeaders headers) {
    boolean single = headers.colourType() == GREY || headers.colourType() == PALETTE;
    return single
        && headers.bits() <= 8
        && !headers.interlaced()
        && headers.rowBytes() * headers.height() < Integer.MAX_VALUE - 8;
  }

  static PixelSource open(SourceImageInputStream in, PngHeaders headers) throws IOException {
    if (headers.colourType() == PALETTE && headers.palette().length < 3) {
      throw DecodeException.malformed("PNG: a palette image without PLTE");
    }
    int rowBytes = (int) headers.rowBytes();
    byte[] rows = new byte[Math.toIntExact(headers.rowBytes() * headers.height())];
    in.seek(headers.pixels());
    try (InputStream pixels = new InflaterInputStream(new PngData(in))) {
      for (int at = 0; at < rows.length; at += rowBytes) {
        int filter = pixels.read();
        if (filter < 0 || pixels.readNBytes(rows, at, rowBytes) < rowBytes) {
          throw DecodeException.truncated(
              "PNG: the data ends in row " + at / rowBytes + " of " + headers.height());
        }
        unfilter(filter, rows, at, rowBytes);
      }
    } catch (EOFException e) {
      throw DecodeException.truncated("PNG: the compressed data ends early");
    } catch (ZipException e) {
      throw DecodeException.malformed("PNG: broken compressed data", e);
    }
    return new PackedPng(headers, rows);
  }

  /** PNG section 9: each byte is stored as its difference from a prediction, of one byte before. */
  private static void unfilter(int filter, byte[] rows, int at, int rowBytes) {
    for (int i = at; i < at + rowBytes && filter != 0; i++) {
      int left = i > at ? rows[i - 1] & 0xFF : 0;
      int above = i >= rowBytes ? rows[i - rowBytes] & 0xFF : 0;
      int corner = i > at && i >= rowBytes ? rows[i - rowBytes - 1] & 0xFF : 0;
      rows[i] +=
          (byte)
              switch (filter) {
                case 1 -> left;
                case 2 -> above;
                case 3 -> (left + above) / 2;
                case 4 -> paeth(left, above, corner);
                default -> throw DecodeException.malformed("PNG: filter " + filter);
              };
    }
  }

  /** Section 9.4: whichever is nearest to left + above - corner. */
  private static int paeth(int left, int above, int corner) {
    int byLeft = Math.abs(above - corner);
    int byAbove = Math.abs(left - corner);
    int byCorner = Math.abs(left + above - 2 * corner);
    return byLeft <= byAbove && byLeft <= byCorner ? left : byAbove <= byCorner ? above : corner;
  }

  /** The 8 bits of each stored value, one table a channel; what is transparent is black. */
  private static byte[][] tables(PngHeaders headers) {
    int highest = (1 << headers.bits()) - 1;
    byte[] transparency = headers.transparency();
    byte[][] tables = new byte[3][highest + 1];
    for (int i = 0; i <= highest; i++) {
      for (int c = 0; c < 3; c++) {
        tables[c][i] = (byte) level(headers, i, c, highest);
      }
    }
    if (headers.colourType() == GREY && transparency.length >= 2) {
      tables[0][transparency[1] & highest] = 0;
      return new byte[][] {tables[0]};
    }
    boolean grey = Arrays.equals(tables[0], tables[1]) && Arrays.equals(tables[1], tables[2]);
    return grey ? new byte[][] {tables[0]} : tables;
  }

  private static int level(PngHeaders headers, int index, int channel, int highest) {
    if (headers.colourType() == GREY) {
      return index * 255 / highest;
    }
    byte[] palette = headers.palette();
    byte[] alphas = headers.transparency();
    int colour = 3 * index + 2 < palette.length ? palette[3 * index + channel] & 0xFF : 0;
    int alpha = index < alphas.length ? alphas[index] & 0xFF : 255;
    return (colour * alpha + 127) / 255;
  }

  @Override
  public ImageInfo info() {
    return info;
  }

  @Override
  public void readRows(int firstRow, int rowCount, RowBand band) {
    int bits = headers.bits();
    int mask = (1 << bits) - 1;
    int width = info.width();
    for (int c = 0; c < tables.length; c++) {
      byte[] table = tables[c];
      byte[] plane = band.bytes(c);
      for (int r = 0; r < rowCount; r++) {
        int start = (firstRow + r) * (int) headers.rowBytes();
        for (int x = 0; x < width; x++) {
          int bit = x * bits;
          plane[r * width + x] = table[rows[start + (bit >> 3)] >> (8 - bits - (bit & 7)) & mask];
        }
      }
    }
  }

  @Override
  public void close() {}
}
