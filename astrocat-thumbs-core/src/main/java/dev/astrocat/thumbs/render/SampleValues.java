package dev.astrocat.thumbs.render;

import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.RowBand;
import dev.astrocat.thumbs.decode.SampleType;
import dev.astrocat.thumbs.decode.Scaling;
import dev.astrocat.thumbs.measure.exact.SampleKeys;

/**
 * Rows of samples as physical values; not finite where there is no data. Holds a buffer: one thread
 * at a time.
 */
final class SampleValues {

  private final SampleType type;
  private final Scaling scaling;
  private final boolean scaled;
  private final boolean blanks;
  private final SampleKeys keys;
  private final long[] rowKeys;

  SampleValues(ImageInfo info) {
    type = info.type();
    scaling = info.scaling();
    scaled = !scaling.equals(Scaling.IDENTITY);
    blanks = !type.isFloat() && info.blank().isPresent();
    keys = new SampleKeys(info);
    rowKeys = new long[blanks || type == SampleType.U64 ? info.width() : 0];
  }

  /** Writes the values of a row of the band. */
  void read(RowBand band, int channel, int row, double[] values) {
    int start = row * values.length;
    if (rowKeys.length > 0) {
      readByKeys(band, channel, start, values);
      return;
    }
    switch (type) {
      case U8 -> unsignedBytes(band.bytes(channel), start, values);
      case S16 -> shorts(band.shorts(channel), start, values);
      case U16 -> unsignedShorts(band.shorts(channel), start, values);
      case S32 -> ints(band.ints(channel), start, values);
      case U32 -> unsignedInts(band.ints(channel), start, values);
      case S64, U64 -> longs(band.longs(channel), start, values);
      case F32 -> floats(band.floats(channel), start, values);
      case F64 -> System.arraycopy(band.doubles(channel), start, values, 0, values.length);
    }
    if (scaled) {
      for (int x = 0; x < values.length; x++) {
        values[x] = scaling.apply(values[x]);
      }
    }
  }

  private void readByKeys(RowBand band, int channel, int start, double[] values) {
    keys.of(band, channel, start, values.length, rowKeys);
    for (int x = 0; x < values.length; x++) {
      values[x] = keys.isData(rowKeys[x]) ? keys.physical(rowKeys[x]) : Double.NaN;
    }
  }

  private static void unsignedBytes(byte[] s, int start, double[] values) {
    for (int x = 0; x < values.length; x++) {
      values[x] = s[start + x] & 0xFF;
    }
  }

  private static void shorts(short[] s, int start, double[] values) {
    for (int x = 0; x < values.length; x++) {
      values[x] = s[start + x];
    }
  }

  private static void unsignedShorts(short[] s, int start, double[] values) {
    for (int x = 0; x < values.length; x++) {
      values[x] = s[start + x] & 0xFFFF;
    }
  }

  private static void ints(int[] s, int start, double[] values) {
    for (int x = 0; x < values.length; x++) {
      values[x] = s[start + x];
    }
  }

  private static void unsignedInts(int[] s, int start, double[] values) {
    for (int x = 0; x < values.length; x++) {
      values[x] = s[start + x] & 0xFFFF_FFFFL;
    }
  }

  private static void longs(long[] s, int start, double[] values) {
    for (int x = 0; x < values.length; x++) {
      values[x] = s[start + x];
    }
  }

  private static void floats(float[] s, int start, double[] values) {
    for (int x = 0; x < values.length; x++) {
      values[x] = s[start + x];
    }
  }
}
