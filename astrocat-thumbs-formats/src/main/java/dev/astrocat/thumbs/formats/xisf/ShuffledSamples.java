package dev.astrocat.thumbs.formats.xisf;

import dev.astrocat.thumbs.decode.SampleType;
import dev.astrocat.thumbs.formats.samples.SampleReader;
import java.nio.ByteOrder;

/**
 * Samples of an unpacked block whose bytes are shuffled: first the first byte of every sample, then
 * the second of every sample, and so on (XISF 1.0 section 10.6.4). They are put together when they
 * are read, which saves a pass over the block and its memory twice. Thread-safe.
 *
 * @param bytes all of the block
 * @param type sample type
 * @param order of the bytes of a sample
 */
record ShuffledSamples(byte[] bytes, SampleType type, ByteOrder order) implements SampleReader {

  static SampleReader of(byte[] bytes, long itemBytes, SampleType type, ByteOrder order) {
    if (itemBytes == 1 || itemBytes > bytes.length) {
      return new UnpackedSamples(bytes, type, order);
    }
    return itemBytes == type.bytes()
        ? new ShuffledSamples(bytes, type, order)
        : new RegroupedSamples(bytes, (int) itemBytes, type, order);
  }

  @Override
  public void read(long first, int count, Object target, int at) {
    int from = (int) first;
    switch (type) {
      case U8 -> System.arraycopy(bytes, from, target, at, count);
      case S16, U16 -> shorts(from, count, (short[]) target, at);
      case S32, U32 -> ints(from, count, (int[]) target, at);
      case S64, U64 -> longs(from, count, (long[]) target, at);
      case F32 -> floats(from, count, (float[]) target, at);
      case F64 -> doubles(from, count, (double[]) target, at);
    }
  }

  /** Where the bytes of a significance start; 0 is the least. */
  private int plane(int significance) {
    int plane = order == ByteOrder.LITTLE_ENDIAN ? significance : type.bytes() - 1 - significance;
    return plane * (bytes.length / type.bytes());
  }

  private void shorts(int from, int count, short[] target, int at) {
    int low = plane(0) + from;
    int high = plane(1) + from;
    for (int i = 0; i < count; i++) {
      target[at + i] = (short) (bytes[high + i] << 8 | bytes[low + i] & 0xFF);
    }
  }

  private void ints(int from, int count, int[] target, int at) {
    int b0 = plane(0) + from;
    int b1 = plane(1) + from;
    int b2 = plane(2) + from;
    int b3 = plane(3) + from;
    for (int i = 0; i < count; i++) {
      target[at + i] = word(b0 + i, b1 + i, b2 + i, b3 + i);
    }
  }

  private void floats(int from, int count, float[] target, int at) {
    int b0 = plane(0) + from;
    int b1 = plane(1) + from;
    int b2 = plane(2) + from;
    int b3 = plane(3) + from;
    for (int i = 0; i < count; i++) {
      target[at + i] = Float.intBitsToFloat(word(b0 + i, b1 + i, b2 + i, b3 + i));
    }
  }

  private void longs(int from, int count, long[] target, int at) {
    for (int i = 0; i < count; i++) {
      target[at + i] = longWord(from + i);
    }
  }

  private void doubles(int from, int count, double[] target, int at) {
    for (int i = 0; i < count; i++) {
      target[at + i] = Double.longBitsToDouble(longWord(from + i));
    }
  }

  private long longWord(int i) {
    int low = word(plane(0) + i, plane(1) + i, plane(2) + i, plane(3) + i);
    int high = word(plane(4) + i, plane(5) + i, plane(6) + i, plane(7) + i);
    return (long) high << 32 | low & 0xFFFFFFFFL;
  }

  private int word(int b0, int b1, int b2, int b3) {
    return bytes[b3] << 24 | (bytes[b2] & 0xFF) << 16 | (bytes[b1] & 0xFF) << 8 | bytes[b0] & 0xFF;
  }

  @Override
  public void close() {}
}
