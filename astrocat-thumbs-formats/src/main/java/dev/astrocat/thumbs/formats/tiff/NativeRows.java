package dev.astrocat.thumbs.formats.tiff;

import dev.astrocat.thumbs.decode.SampleType;

/** Rows between native arrays and double, in which colours are computed. */
final class NativeRows {

  private NativeRows() {}

  /** Widens samples; unsigned types keep their values. */
  static void widen(SampleType type, Object from, int offset, double[] to, int count) {
    for (int i = 0; i < count; i++) {
      int at = offset + i;
      to[i] =
          switch (type) {
            case U8 -> ((byte[]) from)[at] & 0xFF;
            case S16 -> ((short[]) from)[at];
            case U16 -> ((short[]) from)[at] & 0xFFFF;
            case S32 -> ((int[]) from)[at];
            case U32 -> ((int[]) from)[at] & 0xFFFFFFFFL;
            case S64 -> ((long[]) from)[at];
            case U64 -> unsigned(((long[]) from)[at]);
            case F32 -> ((float[]) from)[at];
            case F64 -> ((double[]) from)[at];
          };
    }
  }

  private static double unsigned(long value) {
    return value >= 0 ? value : (value >>> 1) * 2.0;
  }

  /** Rounds to the nearest sample of a type. */
  static void narrow(SampleType type, double[] from, Object to, int offset, int count) {
    for (int i = 0; i < count; i++) {
      int at = offset + i;
      switch (type) {
        case U8 -> ((byte[]) to)[at] = (byte) Math.round(from[i]);
        case S16, U16 -> ((short[]) to)[at] = (short) Math.round(from[i]);
        case S32, U32 -> ((int[]) to)[at] = (int) Math.round(from[i]);
        case S64 -> ((long[]) to)[at] = Math.round(from[i]);
        case U64 -> ((long[]) to)[at] = signless(from[i]);
        case F32 -> ((float[]) to)[at] = (float) from[i];
        case F64 -> ((double[]) to)[at] = from[i];
      }
    }
  }

  private static long signless(double value) {
    return value < 0x1p63 ? Math.round(value) : Math.round(value - 0x1p63) + Long.MIN_VALUE;
  }
}
