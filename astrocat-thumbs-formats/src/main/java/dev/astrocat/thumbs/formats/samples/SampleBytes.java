package dev.astrocat.thumbs.formats.samples;

import dev.astrocat.thumbs.decode.SampleType;
import java.nio.ByteBuffer;

/** From bytes to samples. */
public final class SampleBytes {

  private SampleBytes() {}

  /**
   * Copies samples from the position of {@code bytes} on.
   *
   * @param bytes in the order in which the format stores numbers
   * @param target array of that type
   * @param at index in {@code target} of the first sample
   */
  public static void copy(SampleType type, ByteBuffer bytes, Object target, int at, int count) {
    switch (type) {
      case U8 -> bytes.get((byte[]) target, at, count);
      case S16, U16 -> bytes.asShortBuffer().get((short[]) target, at, count);
      case S32, U32 -> bytes.asIntBuffer().get((int[]) target, at, count);
      case S64, U64 -> bytes.asLongBuffer().get((long[]) target, at, count);
      case F32 -> bytes.asFloatBuffer().get((float[]) target, at, count);
      case F64 -> bytes.asDoubleBuffer().get((double[]) target, at, count);
    }
  }
}
