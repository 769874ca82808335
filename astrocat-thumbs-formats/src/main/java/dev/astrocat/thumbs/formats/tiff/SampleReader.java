package dev.astrocat.thumbs.formats.tiff;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Takes one sample of each pixel out of a decoded row, into an array of the sample's own type.
 * Immutable.
 */
final class SampleReader {

  // Constants, since the compiler only makes plain loads of those.
  private static final VarHandle SHORTS =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final SampleFormat format;
  private final int samples;
  private final boolean swapped;

  /**
   * A reader for rows of chunks.
   *
   * @param samples samples of a pixel in a chunk
   */
  SampleReader(SampleFormat format, int samples, ByteOrder order) {
    this.format = format;
    this.samples = samples;
    this.swapped = order == ByteOrder.LITTLE_ENDIAN;
  }

  /**
   * Reads {@code count} samples.
   *
   * @param row decoded bytes
   * @param start first byte of the row
   * @param sample which sample of each pixel
   * @param to array of class {@code format.type().arrayType()}
   * @param offset index of the first one in {@code to}
   */
  void read(byte[] row, int start, int sample, Object to, int offset, int count) {
    if (to instanceof byte[] bytes) {
      readBytes(row, start, sample, bytes, offset, count);
    } else if (to instanceof short[] values) {
      readShorts(row, start, sample, values, offset, count);
    } else if (to instanceof int[] values) {
      readInts(row, start, sample, values, offset, count);
    } else if (to instanceof long[] values) {
      for (int i = 0, at = start + 8 * sample; i < count; i++, at += 8 * samples) {
        values[offset + i] = longAt(row, at);
      }
    } else if (to instanceof float[] values) {
      readFloats(row, start, sample, values, offset, count);
    } else {
      double[] values = (double[]) to;
      for (int i = 0, at = start + 8 * sample; i < count; i++, at += 8 * samples) {
        values[offset + i] = Double.longBitsToDouble(longAt(row, at));
      }
    }
  }

  private void readBytes(byte[] row, int start, int sample, byte[] to, int offset, int count) {
    if (format.bits() == 8) {
      for (int i = 0, at = start + sample; i < count; i++, at += samples) {
        to[offset + i] = row[at];
      }
      return;
    }
    for (int i = 0; i < count; i++) {
      to[offset + i] = (byte) packed(row, start, i * samples + sample);
    }
  }

  private void readShorts(byte[] row, int start, int sample, short[] to, int offset, int count) {
    if (format.bits() == 16) {
      for (int i = 0, at = start + 2 * sample; i < count; i++, at += 2 * samples) {
        to[offset + i] = shortAt(row, at);
      }
      return;
    }
    for (int i = 0; i < count; i++) {
      to[offset + i] = (short) signed(packed(row, start, i * samples + sample));
    }
  }

  private void readInts(byte[] row, int start, int sample, int[] to, int offset, int count) {
    if (format.bits() == 32) {
      for (int i = 0, at = start + 4 * sample; i < count; i++, at += 4 * samples) {
        to[offset + i] = intAt(row, at);
      }
      return;
    }
    for (int i = 0; i < count; i++) {
      to[offset + i] = (int) signed(packed(row, start, i * samples + sample));
    }
  }

  private void readFloats(byte[] row, int start, int sample, float[] to, int offset, int count) {
    if (format.bits() == 32) {
      for (int i = 0, at = start + 4 * sample; i < count; i++, at += 4 * samples) {
        to[offset + i] = Float.intBitsToFloat(intAt(row, at));
      }
      return;
    }
    for (int i = 0; i < count; i++) {
      int bits = (int) packed(row, start, i * samples + sample);
      to[offset + i] = format.bits() == 16 ? SmallFloats.half(bits) : SmallFloats.threeBytes(bits);
    }
  }

  private short shortAt(byte[] row, int at) {
    short value = (short) SHORTS.get(row, at);
    return swapped ? Short.reverseBytes(value) : value;
  }

  private int intAt(byte[] row, int at) {
    int value = (int) INTS.get(row, at);
    return swapped ? Integer.reverseBytes(value) : value;
  }

  private long longAt(byte[] row, int at) {
    long value = (long) LONGS.get(row, at);
    return swapped ? Long.reverseBytes(value) : value;
  }

  private long signed(long value) {
    int unused = 64 - format.bits();
    return format.kind() == SampleFormat.Kind.SIGNED ? value << unused >> unused : value;
  }

  /**
   * A sample of any number of bits up to 32. Bits run from high to low through the bytes, in files
   * of both byte orders (TIFF 6.0 section 8, BitsPerSample), and so do the 24-bit integers of those
   * who write them; 24-bit floats follow the byte order (Technical Note 3).
   */
  private long packed(byte[] row, int start, int index) {
    int bits = format.bits();
    long firstBit = (long) index * bits;
    int at = start + (int) (firstBit >>> 3);
    if (format.kind() == SampleFormat.Kind.FLOAT && swapped) {
      long value = 0;
      for (int b = bits / 8 - 1; b >= 0; b--) {
        value = value << 8 | row[at + b] & 0xFF;
      }
      return value;
    }
    int skipped = (int) (firstBit & 7);
    long value = 0;
    int have = -skipped;
    while (have < bits) {
      value = value << 8 | row[at++] & 0xFF;
      have += 8;
    }
    return value >>> (have - bits) & ((1L << bits) - 1);
  }
}
