package dev.astrocat.thumbs.formats.png;

import dev.astrocat.thumbs.decode.RowBand;
import dev.astrocat.thumbs.decode.SampleType;
import java.util.Optional;

/** Rows of one to four samples of 8 bits a pixel; a second or fourth sample is alpha. */
record ByteRows(ColourType colour, Optional<TransparentColour> transparent) implements RowFormat {

  @Override
  public int channels() {
    return colour.samples() < 3 ? 1 : 3;
  }

  @Override
  public SampleType type() {
    return SampleType.U8;
  }

  @Override
  public void unpack(byte[] packed, int at, RowBand band, int offset) {
    int end = offset + band.width();
    if (channels() == 1) {
      byte[] grey = band.bytes(0);
      if (colour == ColourType.GREY) {
        System.arraycopy(packed, at, grey, offset, band.width());
      } else {
        unpackGreyAlpha(packed, at, grey, offset, end);
      }
      transparent.ifPresent(hidden -> hidden.clear(grey, offset, end));
      return;
    }
    byte[] red = band.bytes(0);
    byte[] green = band.bytes(1);
    byte[] blue = band.bytes(2);
    if (colour == ColourType.RGB) {
      unpackRgb(packed, at, red, green, blue, offset, end);
    } else {
      unpackRgbAlpha(packed, at, red, green, blue, offset, end);
    }
    transparent.ifPresent(hidden -> hidden.clear(red, green, blue, offset, end));
  }

  private static void unpackGreyAlpha(byte[] packed, int at, byte[] grey, int from, int to) {
    for (int i = from, p = at; i < to; i++, p += 2) {
      grey[i] = (byte) overBlack(packed[p] & 0xFF, packed[p + 1] & 0xFF);
    }
  }

  private static void unpackRgb(
      byte[] packed, int at, byte[] red, byte[] green, byte[] blue, int from, int to) {
    for (int i = from, p = at; i < to; i++, p += 3) {
      red[i] = packed[p];
      green[i] = packed[p + 1];
      blue[i] = packed[p + 2];
    }
  }

  private static void unpackRgbAlpha(
      byte[] packed, int at, byte[] red, byte[] green, byte[] blue, int from, int to) {
    for (int i = from, p = at; i < to; i++, p += 4) {
      int alpha = packed[p + 3] & 0xFF;
      red[i] = (byte) overBlack(packed[p] & 0xFF, alpha);
      green[i] = (byte) overBlack(packed[p + 1] & 0xFF, alpha);
      blue[i] = (byte) overBlack(packed[p + 2] & 0xFF, alpha);
    }
  }

  /** {@code value * alpha / 255}, rounded exactly: 1/255 is 1/256 + 1/256^2 + ... */
  static int overBlack(int value, int alpha) {
    int product = value * alpha + 128;
    return product + (product >> 8) >> 8;
  }
}
