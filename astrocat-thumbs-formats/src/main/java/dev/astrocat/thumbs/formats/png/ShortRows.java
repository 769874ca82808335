package dev.astrocat.thumbs.formats.png;

import dev.astrocat.thumbs.decode.RowBand;
import dev.astrocat.thumbs.decode.SampleType;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Optional;

/** Rows of one to four samples of 16 bits a pixel, high byte first; even counts end with alpha. */
record ShortRows(ColourType colour, Optional<TransparentColour> transparent) implements RowFormat {

  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

  @Override
  public int channels() {
    return colour.samples() < 3 ? 1 : 3;
  }

  @Override
  public SampleType type() {
    return SampleType.U16;
  }

  @Override
  public void unpack(byte[] packed, int at, RowBand band, int offset) {
    int channels = channels();
    int end = offset + band.width();
    int pixelBytes = 2 * colour.samples();
    for (int c = 0; c < channels; c++) {
      if (colour.samples() == channels) {
        unpackOpaque(packed, at + 2 * c, pixelBytes, band.shorts(c), offset, end);
      } else {
        int toAlpha = 2 * (channels - c);
        unpackOverBlack(packed, at + 2 * c, pixelBytes, toAlpha, band.shorts(c), offset, end);
      }
    }
    if (channels == 1) {
      transparent.ifPresent(hidden -> hidden.clear(band.shorts(0), offset, end));
    } else {
      transparent.ifPresent(
          hidden -> hidden.clear(band.shorts(0), band.shorts(1), band.shorts(2), offset, end));
    }
  }

  private static void unpackOpaque(
      byte[] packed, int at, int pixelBytes, short[] plane, int from, int to) {
    for (int i = from, p = at; i < to; i++, p += pixelBytes) {
      plane[i] = (short) SHORT.get(packed, p);
    }
  }

  private static void unpackOverBlack(
      byte[] packed, int at, int pixelBytes, int toAlpha, short[] plane, int from, int to) {
    for (int i = from, p = at; i < to; i++, p += pixelBytes) {
      long value = (short) SHORT.get(packed, p) & 0xFFFF;
      long alpha = (short) SHORT.get(packed, p + toAlpha) & 0xFFFF;
      plane[i] = (short) overBlack(value, alpha);
    }
  }

  /** {@code value * alpha / 65535}, rounded exactly: 1/65535 is 1/65536 + 1/65536^2 + ... */
  private static long overBlack(long value, long alpha) {
    long product = value * alpha + 32768;
    return product + (product >> 16) >> 16;
  }
}
